import type { StatisticsEvidence } from '../../checks/evidence.ts';
import { planNode, type Seen, scanOf } from '../../checks/sample-evidence.ts';
import { byIndex, limited, off, run, seq } from './sample-plans.ts';
import { index, type Shown, shipped } from './sample-recognition.ts';

const cities: StatisticsEvidence = {
  table: 'orders',
  name: 's',
  kinds: ['dependencies'],
  columns: ['city', 'country'],
  collected: false,
  created: true,
};
const twoColumns = off("((orders.city = 'Lyon'::text) AND (orders.country = 'France'::text))", 232, 1655);
const join = (inner: Readonly<Record<string, unknown>>) =>
  run(planNode('Hash Join', { 'Hash Cond': '(i.order_id = orders.id)', pages: 1550 }, [inner]));
const items = scanOf('Seq Scan', 'order_items', { Alias: 'i', pages: 1500 });
const subquery = (loops: number) =>
  scanOf('Index Scan', 'customers', {
    Plans: [
      planNode('Aggregate', { 'Parent Relationship': 'SubPlan', 'Actual Loops': loops, pages: 29_000 }, [
        scanOf('Seq Scan', 'orders', {
          'Actual Loops': loops,
          pages: 29_000,
          Filter: '(orders.customer_id = c.id)',
        }),
      ]),
    ],
  });
const semi = planNode('Nested Loop', { 'Join Type': 'Semi' }, [scanOf('Seq Scan', 'orders')]);
const partitioned = (filter: string, count: number): Seen =>
  run(
    planNode(
      'Append',
      {},
      Array.from({ length: count }, (_, at) =>
        scanOf('Seq Scan', `events_${at}`, {
          Alias: `events_${at}`,
          Filter: filter.replaceAll('events', `events_${at}`),
        }),
      ),
    ),
  );
const partitions = { partitions: { events: ['events_0', 'events_1', 'events_2'] } };

const byDate = shipped('by_date', 'at, id');
const APART = '((orders.at <= $1) AND (orders.id < $2))';
const TOGETHER = '(ROW(orders.at, orders.id) < ROW($1, $2))';
const page = (cond: string) => limited(20, byIndex('by_date', { 'Index Cond': cond }));
const distinct = (made: number, kept: number) =>
  planNode('Unique', { 'Actual Rows': kept }, [
    scanOf('Index Scan', 'orders', { 'Actual Rows': made, 'Parent Relationship': 'Outer' }),
  ]);

/** Mistakes in a query, its statistics, or what it joins and partitions. */
export const QUERY_MISTAKES: Readonly<Record<string, Shown>> = {
  'or-across-columns': {
    shows: {
      seen: [run(byIndex('i', { Filter: '((orders.a < 1) OR ((orders.a = 1) AND (orders.b < 2)))' }))],
    },
    says: 'a and b',
    not: { seen: [run(byIndex('i', { Filter: '((orders.a = 1) OR (orders.a = 2))' }))] },
  },
  'offset-reads-skipped': {
    shows: { seen: [run(limited(20, byIndex('i', { 'Actual Rows': 26_983 })))] },
    says: '26,983',
    not: { seen: [run(limited(20, byIndex('i', { 'Actual Rows': 20 })))] },
  },
  'correlated-columns': {
    shows: { fails: ['estimate'], seen: [twoColumns] },
    says: '232 rows',
    not: { fails: ['estimate'], seen: [twoColumns], more: { statistics: [cities] } },
  },
  'stale-statistics': {
    shows: { fails: ['estimate'], seen: [off("(orders.status = 'on hold'::text)", 1, 5000)] },
    says: '5,000',
    not: { fails: ['estimate'], seen: [off("(orders.status = 'on hold'::text)", 4000, 5000)] },
  },
  'join-without-index': {
    shows: { fails: ['access'], seen: [join(items)] },
    says: 'order_items by order_id',
    not: {
      fails: ['access'],
      seen: [join(items)],
      indexes: [index('i', 'order_id', { table: 'order_items' })],
    },
  },
  'correlated-subquery': {
    shows: { seen: [run(subquery(17), 29_510)] },
    says: '17 times',
    not: { seen: [run(subquery(1), 29_510)] },
  },
  'materialized-fence': {
    shows: {
      seen: [run(planNode('CTE Scan', { Filter: '(recent.id = 42)', 'Rows Removed by Filter': 179_631 }))],
    },
    says: '179,636 rows',
    not: { seen: [run(planNode('CTE Scan', { 'Actual Rows': 179_631 }))] },
  },
  'spilled-to-disk': {
    shows: {
      fails: ['temp'],
      seen: [
        run(
          planNode('Sort', {
            'Sort Method': 'external merge',
            'Sort Space Used': 2848,
            'Sort Space Type': 'Disk',
            'Temp Written Blocks': 356,
          }),
        ),
      ],
    },
    says: '2.8 MB',
    not: {
      fails: ['temp'],
      seen: [
        run(
          planNode('Sort', {
            'Sort Method': 'quicksort',
            'Sort Space Used': 17,
            'Sort Space Type': 'Memory',
          }),
        ),
      ],
    },
  },
  'keyset-apart': {
    shows: { task: 'rewrite', fails: ['rows'], seen: [run(page(APART))], before: [byDate] },
    says: 'at <= … and id < …',
    not: { task: 'rewrite', fails: ['rows'], seen: [run(page(TOGETHER))], before: [byDate] },
  },
  'whole-group-for-one': {
    shows: { task: 'rewrite', seen: [run(distinct(812, 8), 208)] },
    says: '812 rows are made, and 8 kept',
    not: { task: 'rewrite', seen: [run(distinct(12, 8), 208)] },
  },
  'file-not-shorter': {
    shows: { allow: ['vacuum'], seen: [run(seq('(orders.a = 1)'), 440)] },
    says: '440 pages, as many as at the start',
    not: {
      allow: ['vacuum'],
      start: [run(seq('(orders.a = 1)'), 440)],
      seen: [run(seq('(orders.a = 1)'), 110)],
    },
  },
  'not-in-null': {
    shows: {
      task: 'rewrite',
      fails: ['rows'],
      seen: [{ ...run(seq('(NOT (ANY (a.id = (hashed SubPlan 1).col1)))')), rows: [] }],
    },
    says: 'NOT EXISTS',
    not: { task: 'rewrite', fails: ['rows'], seen: [run(seq('(NOT orders.enabled)'))] },
  },
  'semi-join-already': {
    shows: { task: 'rewrite', start: [run(semi, 2046)], seen: [run(semi, 2046)] },
    says: '2,046 pages',
    not: { task: 'rewrite', start: [run(semi, 2046)], seen: [run(semi, 100)] },
  },
  'partition-key-missing': {
    shows: { seen: [partitioned('(events.kind = 1)', 3)], more: partitions },
    says: 'no condition of the query tells PostgreSQL beforehand in which of them',
    not: { seen: [partitioned('(events.kind = 1)', 1)], more: partitions },
  },
  'partition-key-in-function': {
    shows: { seen: [partitioned("(date(events.at) = '2025-01-01'::date)", 3)], more: partitions },
    says: 'date(at)',
    not: { seen: [partitioned("(events.at >= '2025-01-01')", 3)], more: partitions },
  },
};
