import { describe, expect, it } from 'vitest';
import { LINEAR, measureGrowth } from '../measure-growth.ts';
import { recordedPlan, recordings } from './corpus/read-corpus.ts';
import { findNode, listNodes } from './metrics.ts';
import type { Buffers, Plan } from './plan.ts';
import { readPlan } from './read-plan.ts';

const plans = recordings.map(({ name }) => [name, recordedPlan(name)] as const);

function sumBuffers(plan: Plan, key: keyof Buffers): number {
  return listNodes(plan.root).reduce((sum, node) => sum + (node.actual?.exclusiveBuffers?.[key] ?? 0), 0);
}

describe('every recorded plan', () => {
  it('is one of at least sixty', () => {
    expect(recordings.length).toBeGreaterThanOrEqual(60);
    expect(new Set(recordings.map(({ name }) => name)).size).toBe(recordings.length);
  });

  // A writing CTE that nobody reads runs after the main query, so its pages are no part of the root's.
  it.each(plans.filter(([name]) => name !== 'cte-writing-unread'))(
    '%s: exclusive pages add up to the whole',
    (_, plan) => {
      const whole = plan.root.actual?.buffers;
      if (whole === undefined) return;
      for (const key of ['hit', 'read', 'dirtied', 'written', 'tempRead', 'tempWritten'] as const) {
        expect(sumBuffers(plan, key), key).toBe(whole[key]);
      }
    },
  );

  it.each(plans.filter(([name]) => name !== 'cte-writing-unread'))(
    '%s: exclusive times add up to the whole',
    (_, plan) => {
      const nodes = listNodes(plan.root);
      const sum = nodes.reduce((left, node) => left + (node.actual?.exclusiveMs ?? 0), 0);
      // EXPLAIN rounds the time of one loop to a microsecond.
      const rounding =
        nodes.reduce((left, { actual }) => left + (actual ? actual.loops / actual.processes : 0), 10) / 1000;
      expect(Math.abs(sum - (plan.root.actual?.ms ?? 0))).toBeLessThanOrEqual(rounding);
    },
  );

  it.each(plans)('%s: no figure is negative', (_, plan) => {
    for (const { actual } of listNodes(plan.root)) {
      for (const value of Object.values({ ...actual, ...actual?.exclusiveBuffers })) {
        if (typeof value === 'number') expect(value).toBeGreaterThanOrEqual(0);
      }
    }
  });
});

describe('readPlan', () => {
  it('multiplies out what EXPLAIN gives for one loop', () => {
    const inner = findNode(recordedPlan('sub-plan-any'), '0.0.0')?.actual;
    expect(inner).toMatchObject({ loops: 2000, rows: 7760, rowsPerLoop: 3.88, indexSearches: 2000 });
    const filtered = findNode(recordedPlan('nested-loop-semi'), '0.0.1')?.actual;
    expect(filtered).toMatchObject({ loops: 59, rows: 59, rowsRemovedByFilter: 59 });
  });

  it('counts a CTE in the node that pulls it, and only there', () => {
    const plan = recordedPlan('cte-twice');
    const [first, second] = ['0.1.0', '0.2.0'].map((id) => findNode(plan, id));
    const cte = findNode(plan, '0.0');
    expect(first?.actual?.buffers?.hit).toBe(267);
    expect(first?.actual?.exclusiveBuffers?.hit).toBe(0);
    expect(first?.actual?.exclusiveMs).toBeLessThan((cte?.actual?.ms ?? 0) / 2);
    expect(second?.actual?.exclusiveMs).toBeGreaterThan(0);
  });

  it('counts an InitPlan in the node whose condition needs it, not in the one it hangs from', () => {
    const plan = recordedPlan('init-plan-deep');
    expect(findNode(plan, '0.1.0')?.actual?.exclusiveBuffers?.hit).toBe(267);
    expect(findNode(plan, '0.1.0')?.actual?.buffers?.hit).toBe(534);
    expect(plan.root.actual?.exclusiveBuffers?.hit).toBe(0);
  });

  it('counts what workers need in the Gather that had to know it before they started', () => {
    const plan = recordedPlan('server-init-plan-for-workers');
    expect(findNode(plan, '0.1')?.actual?.exclusiveBuffers?.hit).toBe(267);
    expect(findNode(plan, '0.1')?.actual?.exclusiveMs).toBeGreaterThan(0);
    expect(plan.root.actual?.exclusiveBuffers?.hit).toBe(0);
  });

  it('counts the end of the workers, which a Gather alone has seen, in no node twice', () => {
    const read = readPlan(`Limit  (cost=1.00..9.00 rows=1 width=4) (actual time=9.0..92.000 rows=1 loops=1)
  ->  Finalize Aggregate  (cost=1.00..9.00 rows=1 width=4) (actual time=9.0..50.000 rows=1 loops=1)
        ->  Gather  (cost=1.00..9.00 rows=2 width=4) (actual time=9.0..90.000 rows=3 loops=1)
              Workers Planned: 2
              Workers Launched: 2
              ->  Partial Aggregate  (cost=1.00..9.00 rows=1 width=4) (actual time=9.0..40.000 rows=1 loops=3)
                    ->  Parallel Seq Scan on t  (cost=0.00..8.00 rows=9 width=4) (actual time=0.1..30.000 rows=9 loops=3)`);
    const own = read.kind === 'plan' && listNodes(read.plan.root).map(({ actual }) => actual?.exclusiveMs);
    expect(own).toEqual([2, 0, 50, 10, 30]);
  });

  it('adds up what each of several processes says of its own sort', () => {
    const sort = findNode(recordedPlan('server-sort-spills-in-each'), '0.0')?.actual?.sort;
    expect(sort).toEqual({ method: 'external merge', onDisk: true, spaceKb: 12_400 });
  });

  it('keeps what runs after the main query apart from it', () => {
    const plan = recordedPlan('cte-writing-unread');
    expect(plan.root.actual?.exclusiveBuffers?.hit).toBe(0);
    expect(sumBuffers(plan, 'hit')).toBe(5);
  });

  it('turns the times of several processes into wall-clock time', () => {
    const plan = recordedPlan('server-gather');
    const scan = findNode(plan, '0.0.0.0')?.actual;
    expect(scan).toMatchObject({ loops: 3, processes: 3, rows: 118_788 });
    expect(scan?.ms).toBeLessThan(plan.root.actual?.ms ?? 0);
  });

  it('says nothing where EXPLAIN said nothing', () => {
    const untimed = recordedPlan('timing-off').root.actual;
    expect(untimed?.rows).toBe(500);
    expect(untimed).not.toHaveProperty('ms');
    const bare = recordedPlan('bare');
    expect(bare.analyzed).toBe(false);
    expect(bare.root).not.toHaveProperty('actual');
    expect(recordedPlan('summary-off')).not.toHaveProperty('executionMs');
    expect(recordedPlan('bare-no-costs').costed).toBe(false);
  });

  it('knows a node that never ran', () => {
    expect(findNode(recordedPlan('never-executed'), '0.1')?.actual).toMatchObject({ loops: 0, rows: 0 });
  });

  it('reads settings, triggers, planning and serialization', () => {
    expect(recordedPlan('verbose-join').settings).toMatchObject({ random_page_cost: '1.1', work_mem: '8MB' });
    expect(recordedPlan('delete-fk-trigger').triggers).toMatchObject([
      { constraint: 'orders_customer_id_fkey', relation: 'customers', calls: 5 },
    ]);
    expect(recordedPlan('hash-join').planningBuffers?.hit).toBeGreaterThan(0);
    expect(recordedPlan('serialize-memory').serializationMs).toBeGreaterThan(0);
    expect(recordedPlan('server-jit').jitMs).toBeGreaterThan(0);
  });

  it('reads what only some nodes have', () => {
    const actual = (name: string, id: string) => findNode(recordedPlan(name), id)?.actual;
    expect(actual('sort-external', '0')?.sort).toMatchObject({ method: 'external merge', onDisk: true });
    expect(actual('incremental-sort-groups', '0')?.incrementalSort).toMatchObject({
      fullGroups: 500,
      onDisk: false,
    });
    expect(actual('hash-join-batches', '0.0.1')?.hash?.batches).toBe(8);
    expect(actual('memoize', '0.0.1')?.memoize).toEqual({ hits: 5498, misses: 500, evictions: 0 });
    expect(actual('merge', '0')?.tuples).toMatchObject({ inserted: 10, updated: 6, deleted: 5, skipped: 0 });
    expect(actual('bitmap-lossy', '0.0')?.lossyHeapBlocks).toBeGreaterThan(0);
    expect(actual('index-only-scan-heap-fetches', '0')?.heapFetches).toBe(10);
    expect(findNode(recordedPlan('disabled'), '0.0')?.disabled).toBe(true);
    expect(findNode(recordedPlan('pruned-at-start'), '0.0')?.subplansRemoved).toBe(3);
  });

  it('takes text, an object, and what psql prints around a plan', () => {
    const json = recordings[0]?.json;
    const text = JSON.stringify(json, null, 1);
    const psql = ` QUERY PLAN \n------------\n ${text.replace(/\n/g, '+\n ')}\n(1 row)\n`;
    for (const form of [text, psql, JSON.parse(text)[0]]) expect(readPlan(form).kind).toBe('plan');
  });

  const deep = { 'Node Type': 'Limit' } as Record<string, unknown>;
  let last = deep;
  for (let level = 0; level < 5000; level++) {
    const child = { 'Node Type': 'Limit' };
    last.Plans = [child];
    last = child;
  }
  it.each([
    ['nothing', undefined, 'no plan'],
    ['null', null, 'no "Plan"'],
    ['an empty text', '', 'no plan'],
    ['a query', 'select * from orders', 'no plan'],
    ['cut off', '[{"Plan": {"Node Type": "Seq Sc', 'cut off'],
    ['an empty list', [], 'gave no plan'],
    ['a number', 42, 'no "Plan"'],
    ['a utility statement', ['Utility Statement'], 'has no plan'],
    ['one node', { 'Node Type': 'Seq Scan' }, 'one node'],
    ['a nameless node', [{ Plan: { 'Node Type': 'Limit', Plans: [{}] } }], '"Node Type"'],
    ['too deep', [{ Plan: deep }], 'levels deep'],
  ])('refuses %s with a reason', (_, json, reason) => {
    const read = readPlan(json);
    expect(read.kind).toBe('not-a-plan');
    expect(read).toHaveProperty('message', expect.stringContaining(reason));
  });

  it.each([
    ['spaces', (size: number) => ' '.repeat(size)],
    ['spaces in brackets', (size: number) => `[${' '.repeat(size)}x]`],
    ['one long line', (size: number) => `a${' '.repeat(size / 2)}(cost=${'9'.repeat(size / 2)}`],
    ['words', (size: number) => 'Seq Scan of nothing '.repeat(size / 20)],
    ['lines', (size: number) => 'Filter: (a = 1)\n'.repeat(size / 16)],
  ])('refuses megabytes of %s, in a time that grows as they do', (_, make) => {
    expect(readPlan(make(2_000_000)).kind).toBe('not-a-plan');
    expect(measureGrowth(250_000, (size) => readPlan(make(size)))).toBeLessThan(LINEAR);
  });

  it('reads a node of a kind it does not know', () => {
    const read = readPlan([{ Plan: { 'Node Type': 'Quantum Scan', Spin: 'up', 'Plan Rows': 3 } }]);
    expect(read).toMatchObject({
      kind: 'plan',
      plan: { root: { name: 'Quantum Scan', extra: { Spin: 'up' } } },
    });
  });
});
