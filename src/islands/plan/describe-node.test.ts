import { describe, expect, it } from 'vitest';
import { recordedPlan, recordings } from '../../plan/corpus/read-corpus.ts';
import { compareEstimates } from '../../plan/estimates.ts';
import { findNode, listNodes } from '../../plan/metrics.ts';
import type { PlanNode } from '../../plan/plan.ts';
import { describeBranch, describeEstimate, describeTarget, familyOf, listBadges } from './describe-node.ts';

function nodeOf(name: string, id: string): PlanNode {
  const node = findNode(recordedPlan(name), id);
  if (node === undefined) throw new Error(`${name} has no node ${id}`);
  return node;
}

describe('badges', () => {
  it.each([
    ['seq-scan-filter', '0', ['filter removed 20,000']],
    ['index-only-scan-heap-fetches', '0', ['10 heap fetches']],
    ['skip-scan', '0', ['5 index searches']],
    ['sort-external', '0', ['sort on disk, 1.2 MB']],
    ['hash-join-batches', '0.0.1', ['8 hash batches']],
    ['asked-materialized-on-disk-15', '0.0.0', ['4,846 pages of temporary files']],
    ['memoize', '0.0.1', ['92 % cache hits']],
    ['never-executed', '0.1', ['never executed']],
    ['pruned-at-start', '0.0', ['3 of 4 partitions pruned']],
    ['gather-none-launched', '0.0', ['0 of 2 workers']],
    ['disabled', '0.0', ['disabled by a setting']],
    ['sort-quicksort', '0', []],
    ['bare', '0', []],
  ])('of %s at %s', (name, id, badges) => {
    expect(listBadges(nodeOf(name, id))).toEqual(badges);
  });
});

describe('estimates in words', () => {
  const words = (name: string, id: string) =>
    describeEstimate(nodeOf(name, id), compareEstimates(recordedPlan(name)).get(id));

  it.each([
    ['bad-estimate', '0.0.0', { expected: '1', off: true, words: 'estimate 50 times too low' }],
    ['bad-estimate', '0.0.1', { expected: '10', off: false, words: '10 in each of 50 loops, est. 10' }],
    ['limit', '0.0', { expected: '20,000', off: false, words: 'stopped early' }],
    ['hash-join', '0', { expected: '4,000', off: false }],
  ])('of %s at %s', (name, id, expected) => {
    expect(words(name, id)).toEqual(expected);
  });

  it('are left out where nothing can be compared', () => {
    expect(words('never-executed', '0.1')).toBeUndefined();
    expect(words('bare', '0')).toBeUndefined();
  });
});

describe('names', () => {
  it.each([
    ['verbose-join', '0.1', 'on orders o using orders_customer_id_idx'],
    ['three-way', '0.0.0', 'on i.product_id = p.id'],
    ['sort-top-n', '0.0', 'by total DESC'],
    ['cte-twice', '0.1.0', 'on big a'],
    ['result', '0', ''],
  ])('of %s at %s', (name, id, target) => {
    expect(describeTarget(nodeOf(name, id))).toBe(target);
  });

  it('say why a sub-plan hangs where it does', () => {
    expect(describeBranch(nodeOf('cte-twice', '0.0'))).toBe('CTE big, read below by CTE Scan');
    expect(describeBranch(nodeOf('sub-plan-select-list', '0.0'))).toBe(
      'SubPlan 1, run 50 times, when a row asked for it',
    );
    expect(describeBranch(nodeOf('sub-plan-hashed', '0.0.0'))).toBe('SubPlan 1, run once');
    expect(describeBranch(nodeOf('asked-hashed-subplan-in-workers', '0.0.0.0.0'))).toBe(
      'SubPlan 1, run once in each of 3 processes',
    );
    expect(describeBranch(nodeOf('cte-twice', '0.1'))).toBeUndefined();
  });
});

it('a colour stands for the way to the rows', () => {
  const families = new Set(
    recordings.flatMap(({ name }) => listNodes(recordedPlan(name).root).map(familyOf)),
  );
  expect(families).toEqual(new Set(['seq', 'index', 'bitmap', 'work']));
});

it('a heading names the first of many keys and the beginning of a long condition', () => {
  const sort = nodeOf('sort-external', '0');
  const keys = Array.from({ length: 30 }, (_, at) => `column_number_${at}`);
  expect(describeTarget({ ...sort, sortKey: keys })).toMatch(/^by column_number_0, .* and 25 more$/);
  expect(describeTarget({ ...sort, hashCond: `(${'a = b AND '.repeat(40)}c = d)` })).toHaveLength(123);
});
