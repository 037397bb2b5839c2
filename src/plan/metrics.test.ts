import { describe, expect, it } from 'vitest';
import { findAccessPaths } from './access-paths.ts';
import { recordedPlan } from './corpus/read-corpus.ts';
import { compareEstimates, findOrigin, findWorstEstimate } from './estimates.ts';
import {
  formatCount,
  formatFactor,
  formatKb,
  formatMs,
  formatPlural,
  formatShare,
} from './format-figures.ts';
import { findCostliest, findLargestRead, listAncestors, totalsOf } from './metrics.ts';
import { readPlan } from './read-plan.ts';

describe('totals', () => {
  it('count the pages of the execution, planning apart', () => {
    expect(totalsOf(recordedPlan('hash-join'))).toMatchObject({ pages: 290, rows: 4000, tempPages: 0 });
    expect(totalsOf(recordedPlan('hash-join-batches')).tempPages).toBe(280);
    expect(totalsOf(recordedPlan('cte-writing-unread')).pages).toBe(5);
    expect(totalsOf(recordedPlan('temporary-table')).pages).toBe(32);
  });

  it('leave out what was not measured', () => {
    expect(totalsOf(recordedPlan('summary-off'))).not.toHaveProperty('pages');
    expect(totalsOf(recordedPlan('bare'))).not.toHaveProperty('ms');
  });

  it('find the node to look at', () => {
    expect(findCostliest(recordedPlan('three-way'))?.id).toBe('0.0.0.0.0');
    expect(findCostliest(recordedPlan('bare'))?.id).toBe('0.0');
    expect(findLargestRead(recordedPlan('three-way'))?.relation).toBe('order_items');
    expect(findLargestRead(recordedPlan('result'))).toBeUndefined();
    // In less than a millisecond a browser's clock says nothing of the parts.
    expect(totalsOf(recordedPlan('seq-scan')).ms).toBeLessThan(1);
    expect(findCostliest(recordedPlan('seq-scan'))).toBeUndefined();
    expect(listAncestors(recordedPlan('three-way'), '0.0.0.1').map(({ id }) => id)).toEqual([
      '0',
      '0.0',
      '0.0.0',
    ]);
  });
});

describe('estimates', () => {
  it('name the place where an error began, not where it was handed up to', () => {
    const worst = findWorstEstimate(recordedPlan('bad-estimate'));
    expect(worst?.node.id).toBe('0.0.0');
    expect(worst?.estimate).toMatchObject({ expected: 1, actual: 50, factor: 50, direction: 'too-low' });
  });

  it.each([
    ['limit', 'the rest was not asked for'],
    ['limit-stops-filter', 'the rest was not asked for'],
    ['merge-join-sorted', 'the inner rows were read more than once'],
    ['bitmap-brin', 'a BRIN bitmap counts pages'],
    ['bitmap-and', 'a bitmap has no row count'],
    ['never-executed', 'it never ran'],
    ['gather-none-launched', 'the planner counted on workers'],
    ['server-gather', 'the rows are those of one process'],
    ['pruned-at-run-time', 'partitions were pruned later'],
    ['update', 'a write gives no rows'],
    ['server-one-process-alone', 'one of four processes read all of it'],
    ['server-groups-until-limit', 'groups were made until ten were there'],
  ])('do not blame %s: %s', (name) => {
    expect(findWorstEstimate(recordedPlan(name))).toBeUndefined();
  });

  it('do not blame the side of a hash join that was left when its table stayed empty', () => {
    const scan = compareEstimates(recordedPlan('server-empty-hash-table')).get('0.0');
    expect(scan).toMatchObject({ expected: 20_000, actual: 1, cutShort: true });
  });

  it('tell where the error of a join began', () => {
    const scan = (name: string, plan: number, rows: number) => ({
      'Node Type': 'Seq Scan',
      'Relation Name': name,
      'Parent Relationship': name === 'a' ? 'Outer' : 'Inner',
      'Plan Rows': plan,
      'Actual Rows': rows,
      'Actual Loops': 1,
    });
    const join = {
      'Node Type': 'Hash Join',
      'Total Cost': 9,
      'Plan Rows': 1,
      'Actual Rows': 10_000,
      'Actual Loops': 1,
    };
    const read = (inputs: readonly object[]) => {
      const plan = readPlan([{ Plan: { ...join, Plans: inputs } }]);
      if (plan.kind !== 'plan') throw new Error(plan.message);
      return plan.plan;
    };
    const plan = read([scan('a', 100, 400), scan('b', 2, 2000)]);
    expect(findWorstEstimate(plan)?.node.kind).toBe('Hash Join');
    expect(findOrigin(plan, plan.root)?.node.relation).toBe('b');
    const own = read([scan('a', 100, 400), scan('b', 2000, 2000)]);
    expect(findOrigin(own, own.root)).toBeUndefined();
  });

  it('expect no rows of a write that gives none, as PostgreSQL before 14 does', () => {
    const read =
      readPlan(`Delete on t  (cost=0.00..9.00 rows=5000 width=6) (actual time=9.0..9.0 rows=0 loops=1)
  ->  Seq Scan on t  (cost=0.00..9.00 rows=5000 width=6) (actual time=0.1..2.0 rows=5000 loops=1)`);
    expect(read.kind === 'plan' && findWorstEstimate(read.plan)).toBeUndefined();
  });

  it('do not blame what hands on the rows of a window that its run condition ended', () => {
    expect(findWorstEstimate(recordedPlan('asked-run-condition-15'))).toBeUndefined();
  });

  it('see a CTE as read to its end where no node above its scan stops', () => {
    const text = (
      limit: string,
    ) => `${limit}  (cost=1.00..9.00 rows=1 width=4) (actual time=1.0..9.0 rows=1 loops=1)
  CTE c
    ->  Seq Scan on t  (cost=0.00..4.00 rows=5000 width=4) (actual time=0.1..3.0 rows=20 loops=1)
  ->  CTE Scan on c  (cost=0.00..4.00 rows=20 width=4) (actual time=0.1..4.0 rows=20 loops=1)`;
    const worst = (limit: string) => {
      const read = readPlan(text(limit));
      return read.kind === 'plan' ? findWorstEstimate(read.plan)?.node.relation : undefined;
    };
    expect(worst('Aggregate')).toBe('t');
    expect(worst('Limit')).toBeUndefined();
  });

  it('still blame a node that gave more than was expected before it was stopped', () => {
    expect(compareEstimates(recordedPlan('limit')).get('0.0')).toMatchObject({
      cutShort: true,
      direction: 'too-high',
    });
  });
});

describe('access paths', () => {
  const ways = (name: string, table: string, partitions?: readonly string[]) =>
    findAccessPaths(recordedPlan(name), table, partitions).map(({ via, indexes }) =>
      [via, ...indexes].join(' '),
    );

  it.each([
    ['seq-scan-filter', 'orders', ['seq']],
    ['seq-scan-verbose', 'public.orders', ['seq']],
    ['index-scan', 'orders', ['index orders_pkey']],
    ['index-only-scan', 'orders', ['index-only orders_customer_id_idx']],
    ['bitmap-or', 'orders', ['bitmap orders_customer_id_idx orders_created_at_idx']],
    ['tid-range-scan', 'orders', ['tid']],
    ['sample-scan', 'orders', ['sample']],
    ['init-plan', 'orders', ['seq', 'seq']],
    ['lateral-top-n', 'orders', ['bitmap orders_customer_id_idx']],
    ['update-join', 'orders', ['seq']],
    ['update-join', 'products', []],
  ])('of %s to %s', (name, table, expected) => {
    expect(ways(name, table)).toEqual(expected);
  });

  it('see through partitions, by alias or by list', () => {
    expect(ways('append-all', 'events')).toEqual(['seq', 'seq', 'seq', 'seq']);
    expect(ways('pruned-at-plan-time', 'events')).toEqual(['index-only events_q2_at_idx']);
    expect(ways('pruned-at-run-time', 'events')).toEqual([]);
    expect(ways('pruned-at-run-time', 'events', ['events_q1', 'events_q3'])).toEqual([
      'bitmap events_q1_at_idx',
      'bitmap events_q3_at_idx',
    ]);
  });

  it('tell which were executed', () => {
    const [path] = findAccessPaths(recordedPlan('never-executed'), 'order_items');
    expect(path).toMatchObject({ via: 'index', executed: false });
  });
});

describe('figures', () => {
  it('are written the same everywhere', () => {
    expect([formatCount(1623), formatCount(0.4), formatCount(41.66)]).toEqual(['1,623', '0.4', '42']);
    expect([formatPlural(1, 'page'), formatPlural(22, 'page')]).toEqual(['1 page', '22 pages']);
    expect([0, 0.0003, 0.021, 4.25, 54.2, 1500, 61_000].map(formatMs)).toEqual([
      '0 ms',
      '< 0.01 ms',
      '0.02 ms',
      '4.3 ms',
      '54 ms',
      '1.5 s',
      '61 s',
    ]);
    expect([formatKb(17), formatKb(1224), formatKb(3_000_000)]).toEqual(['17 kB', '1.2 MB', '2.9 GB']);
    expect([formatShare(0.004), formatShare(0.125), formatFactor(2.44), formatFactor(178)]).toEqual([
      '< 1 %',
      '13 %',
      '2.4',
      '178',
    ]);
  });
});
