import type { Case } from '../case.ts';

const join =
  "select c.name, o.total from orders o join customers c on c.id = o.customer_id where c.city = 'City 5'";

export const options: readonly Case[] = [
  { name: 'bare', sql: join, options: 'COSTS' },
  { name: 'bare-no-costs', sql: join, options: 'COSTS OFF' },
  { name: 'timing-off', sql: join, options: 'ANALYZE, TIMING OFF' },
  { name: 'summary-off', sql: join, options: 'ANALYZE, SUMMARY OFF, BUFFERS OFF' },
  {
    name: 'verbose-join',
    sql: join,
    options: 'ANALYZE, BUFFERS, VERBOSE, SETTINGS',
    before: ['set local random_page_cost = 1.1', "set local work_mem = '8MB'"],
  },
  { name: 'serialize-memory', sql: join, options: 'ANALYZE, SERIALIZE, MEMORY' },
  {
    name: 'io-timing',
    sql: 'select count(*) from order_items',
    options: 'ANALYZE, BUFFERS',
    before: ['set local track_io_timing = on'],
  },
  { name: 'generic-estimate', sql: 'select * from orders where customer_id = $1', options: 'GENERIC_PLAN' },
  {
    name: 'temporary-table',
    sql: 'select count(*) from scratch where i < 50',
    options: 'ANALYZE, BUFFERS, VERBOSE',
    before: ['create temporary table scratch as select i from generate_series(1, 5000) i', 'analyze scratch'],
  },
  {
    name: 'quoted-names',
    sql: `select * from "Odd Table" "Odd Alias" where "Select" = 3`,
    options: 'ANALYZE, BUFFERS, VERBOSE',
    before: [
      'create table "Odd Table" ("Select" int primary key, "two words" text)',
      `insert into "Odd Table" select i, 'x' from generate_series(1, 500) i`,
      'analyze "Odd Table"',
    ],
  },
];
