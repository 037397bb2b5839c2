import type { Case } from '../case.ts';

const parallel = [
  'set local max_parallel_workers_per_gather = 2',
  'set local parallel_setup_cost = 0',
  'set local parallel_tuple_cost = 0',
  'set local min_parallel_table_scan_size = 0',
];

export const partitions: readonly Case[] = [
  { name: 'append-all', sql: "select count(*) from events where kind = 'kind 3'" },
  { name: 'pruned-at-plan-time', sql: "select count(*) from events where at = '2025-05-06'" },
  {
    name: 'pruned-two-of-four',
    sql: "select * from events where at >= '2025-06-25' and at < '2025-07-05' and kind = 'kind 1'",
  },
  {
    name: 'pruned-at-start',
    sql: "execute by_day('2025-05-06')",
    before: ['set local plan_cache_mode = force_generic_plan'],
  },
  {
    name: 'pruned-at-start-stable',
    sql: "select count(*) from events where at = (current_setting('planwright.day', true))::date",
    before: ["set local planwright.day = '2025-05-06'"],
  },
  {
    name: 'pruned-at-run-time',
    sql: 'select d.day, e.id from days d join events e on e.at = d.day',
    before: ['set local enable_hashjoin = off', 'set local enable_mergejoin = off'],
  },
  { name: 'pruned-by-init-plan', sql: 'select count(*) from events where at = (select max(day) from days)' },
  { name: 'append-ordered', sql: "select at, id from events where at > '2025-05-01' order by at limit 20" },
  {
    name: 'merge-append',
    sql: 'select id, at from events order by id limit 20',
    before: ['create index events_id_idx on events (id)', 'analyze events'],
  },
  {
    name: 'merge-append-pruned',
    sql: "execute newest('2025-08-01')",
    before: [
      'create index events_id_idx on events (id)',
      'analyze events',
      'set local plan_cache_mode = force_generic_plan',
    ],
  },
  {
    name: 'partition-wise-join',
    before: ['set local enable_partitionwise_join = on'],
    sql: "select count(*) from events a join events b on a.at = b.at and a.id = b.id where a.kind = 'kind 2'",
  },
  {
    name: 'generic-plan',
    sql: 'execute by_customer(42)',
    before: ['set local plan_cache_mode = force_generic_plan'],
    options: 'ANALYZE, BUFFERS, SETTINGS',
  },
  { name: 'gather-none-launched', sql: 'select count(*) from orders where total > 10', before: parallel },
  {
    name: 'gather-merge-none-launched',
    sql: 'select id, total from orders where total > 500 order by total',
    before: parallel,
  },
];
