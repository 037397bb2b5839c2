import { describe, expect, it } from 'vitest';
import { comparePlans } from './compare-plans.ts';
import { recordedPlan } from './corpus/read-corpus.ts';
import { readPlan } from './read-plan.ts';
import { isUnchanged, summariseChange } from './summarise-change.ts';
import { findUnchangedParts } from './unchanged-parts.ts';

it.each([
  [
    'seq-scan-filter',
    'bitmap-heap-scan',
    'The Seq Scan on orders became a Bitmap Heap Scan through orders_customer_id_idx: 267 pages to 12, ',
  ],
  [
    'sort-top-n',
    'incremental-sort',
    'The Seq Scan on orders became an Index Scan through orders_created_at_idx and the Sort became an Incremental Sort: 267 pages to 4, ',
  ],
  [
    'index-only-scan-heap-fetches',
    'index-only-scan',
    'The Index Only Scan on orders fetches 0 rows from the table where it fetched 10: 13 pages to 3, ',
  ],
  ['append-all', 'pruned-at-plan-time', '3 partitions of events are no longer read and '],
  [
    'bitmap-or',
    'bitmap-and',
    'The Bitmap Heap Scan on orders goes through orders_customer_id_idx and orders_total_idx instead of ',
  ],
  [
    'sort-external',
    'sort-external',
    'The plan is the same, and so are its 267 pages; its time varies from run to run.',
  ],
  ['bare', 'bare', 'The plan is the same: an estimated cost of 568 to 568.'],
])('%s to %s in one sentence', (before, after, sentence) => {
  expect(summariseChange(recordedPlan(before), recordedPlan(after))).toContain(sentence);
});

it('has nothing to tell of the same plan with the same pages', () => {
  const [seq, bitmap] = [recordedPlan('seq-scan-filter'), recordedPlan('bitmap-heap-scan')];
  expect([isUnchanged(seq, seq), isUnchanged(seq, bitmap)]).toEqual([true, false]);
  expect(isUnchanged(recordedPlan('bare'), recordedPlan('bare'))).toBe(false);
});

it('says by what an index is looked up now, where that is all that changed', () => {
  const after = recordedPlan('index-scan');
  const { indexCond, ...root } = after.root;
  expect(summariseChange({ ...after, root }, after)).toContain(`looks up ${indexCond} now: `);
  const otherValue = { ...after, root: { ...after.root, indexCond: '(customer_id = 4711)' } };
  const asBefore = { ...after, root: { ...after.root, indexCond: '(customer_id = 42)' } };
  expect(summariseChange(asBefore, otherValue)).toMatch(/^The plan is the same/);
});

it('takes a step over one table more for the same step', () => {
  const read = (text: string) => {
    const got = readPlan(text);
    if (got.kind !== 'plan') throw new Error(got.message);
    return got.plan;
  };
  const scan = (filter: string) => `  ->  Seq Scan on visits v  (cost=0.00..8.00 rows=9 width=4)
        Filter: ${filter}`;
  const sort = 'Sort  (cost=9.00..9.10 rows=9 width=4)\n  Sort Key: id';
  const before = read(`${sort}\n${scan('(at < now())')}`);
  const after = read(`${sort}
  InitPlan 1
    ->  Aggregate  (cost=1.00..1.01 rows=1 width=4)
          ->  Seq Scan on limits  (cost=0.00..1.00 rows=1 width=4)
${scan('(at < (InitPlan 1).col1)')}`);
  const { gone, added } = comparePlans(before, after);
  expect(gone).toEqual([]);
  expect(added.map(({ name }) => name)).toEqual(['Aggregate', 'Seq Scan']);
  const elsewhere = read(
    'Sort  (cost=9.00..9.10 rows=9 width=4)\n  Sort Key: id\n  ->  Seq Scan on limits  (cost=0.00..1.00 rows=1 width=4)',
  );
  expect(comparePlans(before, elsewhere).gone.map(({ name }) => name)).toContain('Sort');
});

it('matches scans by table and alias through another join order', () => {
  const { pairs, gone, added } = comparePlans(recordedPlan('hash-join'), recordedPlan('nested-loop'));
  const matched = pairs.map(({ before, after }) => `${before.name} > ${after.name}`);
  expect(matched).toContain('Hash Join > Nested Loop');
  expect(matched).toContain('Seq Scan > Index Scan');
  expect(gone.map(({ name }) => name)).toEqual(['Hash']);
  expect(added).toEqual([]);
});

it('counts steps that it would tell in the same words', () => {
  const before = recordedPlan('sort-top-n');
  const around = (node: typeof before.root, id: string) => ({ ...node, id, children: [] });
  const step = { ...around(before.root, 'w'), kind: 'WindowAgg', name: 'WindowAgg' };
  const twice = { ...step, children: [{ ...step, id: 'v', children: [before.root] }] };
  expect(summariseChange(before, { ...before, root: twice })).toMatch(/^Two WindowAggs were added: /);
  expect(summariseChange({ ...before, root: twice }, before)).toMatch(/^The two WindowAggs are gone: /);
});

describe('unchanged parts', () => {
  it('are the topmost that both plans have with the same rows and pages', () => {
    const whole = recordedPlan('three-way');
    const part = whole.root.children[0];
    if (part === undefined) throw new Error('no part');
    const other = { ...whole, root: { ...whole.root, name: 'Another', children: [part] } };
    expect([...findUnchangedParts(whole, other)]).toEqual([part.id]);
    expect(findUnchangedParts(whole, whole).size).toBe(0);
    expect(findUnchangedParts(whole, recordedPlan('hash-join')).size).toBe(0);
  });
});
