import { describe, expect, it } from 'vitest';
import { recordedPlan, recordings } from './corpus/read-corpus.ts';
import { explainPlan } from './explain-node.ts';
import { listNodes, totalsOf } from './metrics.ts';
import type { Plan } from './plan.ts';
import { printText } from './print-text.ts';
import { readPlan } from './read-plan.ts';

function planOf(text: string): Plan {
  const read = readPlan(text);
  if (read.kind !== 'plan') throw new Error(read.message);
  return read.plan;
}

const all = recordings.map(({ name, text }) => [name, text] as const);

it.each(all)('%s: a text plan prints as it was read', (_, text) => {
  // A count below one half for each loop is 0 in the text, and JSON cannot tell it from none.
  expect(printText(planOf(text))).toBe(text.replace(/^ *Rows Removed by [\w ]+: 0$\n/gm, ''));
});

it.each(all)('%s: a text plan reads like its JSON', (name, text) => {
  const [fromText, fromJson] = [planOf(text), recordedPlan(name)];
  const shape = (plan: Plan) =>
    listNodes(plan.root).map(
      ({ id, kind, name, relationship, relation, alias, index, subplanName, sortKey, filter }) => ({
        id,
        kind,
        name,
        relationship,
        relation,
        alias,
        index,
        subplanName,
        sortKey,
        filter,
      }),
    );
  expect(shape(fromText)).toEqual(shape(fromJson));
  expect(explainPlan(fromText).size).toBe(explainPlan(fromJson).size);
});

describe('readPlan of text', () => {
  const { text } = recordings.find(({ name }) => name === 'bitmap-or') ?? { text: '' };

  it('takes what psql prints around it', () => {
    const framed = `          QUERY PLAN\n-------------------\n${text.replace(/^/gm, ' ')}\n(17 rows)\n`;
    expect(printText(planOf(framed))).toBe(text);
  });

  it('takes a column of quoted lines', () => {
    expect(printText(planOf(text.replace(/^(.*)$/gm, '"$1"')))).toBe(text);
  });

  it('has the figures', () => {
    expect(totalsOf(planOf(text))).toMatchObject({ pages: 14, rows: 57 });
  });

  it('reads what PostgreSQL 8 and 9 wrote in another way', () => {
    const plan = planOf(`Hash Join  (cost=2.00..9.00 rows=5 width=4) (actual time=1.0..9.0 rows=5 loops=1)
  Hash Cond: (s.id = t.id)
  Buffers: shared read=3
  I/O Timings: read=4.500
  InitPlan
    ->  Result  (cost=0.00..0.01 rows=1 width=0) (actual time=0.1..0.1 rows=1 loops=1)
  ->  Subquery Scan s  (cost=0.00..4.00 rows=5 width=4) (actual time=0.1..3.0 rows=5 loops=1)
        ->  Seq Scan on u  (cost=0.00..4.00 rows=5 width=4) (actual time=0.1..3.0 rows=5 loops=1)
  ->  Hash  (cost=1.00..1.00 rows=9 width=4) (actual time=2.0..2.0 rows=9 loops=1)
        Buckets: 1024  Batches: 16 (originally 1)  Memory Usage: 1025kB
        ->  Seq Scan on t  (cost=0.00..1.00 rows=9 width=4) (actual time=0.1..1.0 rows=9 loops=1)
Total runtime: 9.100 ms`);
    const kinds = listNodes(plan.root).map(({ id, kind, alias, subplanName }) => [
      id,
      kind,
      alias ?? subplanName,
    ]);
    expect(kinds).toEqual([
      ['0', 'Hash Join', undefined],
      ['0.0', 'Result', 'InitPlan'],
      ['0.1', 'Subquery Scan', 's'],
      ['0.1.0', 'Seq Scan', 'u'],
      ['0.2', 'Hash', undefined],
      ['0.2.0', 'Seq Scan', 't'],
    ]);
    expect(plan.root.extra['I/O Read Time']).toBe(4.5);
    const hash = listNodes(plan.root).find(({ kind }) => kind === 'Hash');
    expect(hash?.extra).toMatchObject({ 'Original Hash Buckets': 1024, 'Original Hash Batches': 1 });
    expect(printText(plan)).toContain('  I/O Timings: read=4.500');
  });

  it('keeps a node that no PostgreSQL has', () => {
    const plan = planOf(`Limit  (cost=0.00..1.00 rows=5 width=4)
  ->  Batched Lookup (slice1) on t  (cost=0.00..1.00 rows=5 width=4)
        Filter: (a = 1)
        ->  Broadcast Motion  (cost=0.00..1.00 rows=5 width=4)`);
    expect(listNodes(plan.root).map(({ kind, relation }) => [kind, relation])).toEqual([
      ['Limit', undefined],
      ['Batched Lookup (slice1)', 't'],
      ['Broadcast Motion', undefined],
    ]);
  });
});
