import { beforeAll, describe, expect, test } from 'vitest';
import type { GatePolicy } from './gate.ts';
import { accepts, refusalOf, refuses, TABLES } from './gate-cases.ts';
import { loadParser } from './parse.ts';

beforeAll(loadParser);

const REWRITE: GatePolicy = { task: 'rewrite', allow: [], tables: TABLES };

describe('rewrite', () => {
  accepts(REWRITE, [
    'select id, total from orders where customer_id = $1 order by id',
    'with recursive r as (select 1 as n union all select n + 1 from r where n < 5) select * from r join orders on id = n',
    'with pg_like as (select * from orders) select * from pg_like',
    "select c.id, count(*) filter (where o.total > 1), max(date_trunc('day', o.placed_at)) over (partition by c.id), extract(year from o.placed_at), trim(c.name), substring(c.name from 1 for 2), c.name collate \"C\", o.placed_at at time zone 'utc' from public.customers c left join lateral (select * from orders o where o.customer_id = c.id limit 1) o on true group by 1, o.total, o.placed_at, c.name having count(*) > 1 order by 2 desc nulls last",
    'select * from orders o where not exists (select from order_items i where i.order_id = o.id) and (id, total) < (1, 2) and id = any (array[1, 2]) union all (select * from orders limit 1)',
    "select id from orders where status in ('now', 'today'::text) or status = 'now and then'::varchar or 'right ' || 'now' = status",
    "select age(date '2025-01-01', placed_at), date '2025-01-01' - interval '1 day', to_date('2025', 'YYYY')::timestamptz, (id || '-01-01')::date, ('2025' || '-01-01')::date, 'epoch'::timestamptz, timestamptz '2025-01-01 Europe/Moscow', date_trunc('day', placed_at) from orders",
    "select g, o.id from generate_series(1, 3) g left join orders o on o.id = g, jsonb_array_elements('[1]') e, unnest(array[1]) u",
  ]);

  refuses(REWRITE, [
    ['', 'empty'],
    ['-- done', 'empty'],
    ['select id from orders; select id from orders', 'one-statement'],
    ['select id from orders; drop table orders', 'statement-kind'],
    ['explain select id from orders', 'explain'],
    ['insert into orders values (1)', 'statement-kind'],
    ['create index on orders (id)', 'statement-kind'],
    ['set work_mem = 1', 'statement-kind'],
    ['select id into x from orders', 'statement-kind'],
    ['select id from orders for no key update', 'row-lock'],
    ['values (1, 2)', 'no-table'],
    ['select 1, 2 union select 3, 4', 'no-table'],
    ["select * from json_to_recordset('[{}]') as x(a int)", 'no-table'],
    ['with a as (values (1)) select * from a', 'no-table'],
    ['with orders as (values (1)) select * from orders, customers', 'shadow'],
    ['select * from orders_mv', 'unknown-table'],
    ['select * from pg_catalog.pg_stats, orders', 'schema'],
    ['select * from information_schema.tables, orders', 'schema'],
    ['select * from pg_temp.orders', 'schema'],
    ['select * from orders, pg_stats', 'schema'],
    ['with d as (delete from orders returning id) select id from d', 'write'],
    ["select query_to_xml('select 1', true, true, ''), id from orders", 'function'],
    ["select table_to_xml('orders', true, true, ''), id from orders", 'function'],
    ["select set_config('enable_seqscan', 'off', true), id from orders", 'function'],
    ['select id from orders where now() > placed_at', 'function'],
    ['select id from orders where current_date > placed_at', 'clock'],
    ['select id from orders where current_user = status', 'clock'],
    ["select id from orders where placed_at < timestamptz 'now'", 'clock'],
    ["select id from orders where placed_at < 'today 00:00'::timestamp", 'clock'],
    [
      "select id from orders where placed_at < cast(' Yesterday allballs' as timestamp with time zone)",
      'clock',
    ],
    ["select id from orders where placed_at < date '00:00 tomorrow'", 'clock'],
    ["select id from orders where placed_at = any ('{now}'::timestamptz[])", 'clock'],
    ["select id from orders where placed_at <@ tstzrange '[today,)'", 'clock'],
    ["select id from orders where placed_at < 'now'::text::timestamptz", 'clock'],
    ["select id from orders where placed_at < ('n' || 'ow')::timestamptz", 'clock'],
    ["select id from orders where placed_at < (('to' || 'd') || 'ay' collate \"C\")::date", 'clock'],
    ["select id from orders where age(placed_at) > interval '1 day'", 'clock'],
    ["select id from orders where pg_catalog.age(placed_at) > interval '1 day'", 'clock'],
    ["select id from orders where placed_at < date_trunc('day', 'now'::timestamptz)", 'clock'],
    ["select id from orders where placed_at < date('today')", 'clock'],
    ["select id from orders where age('now', placed_at) > interval '1 day'", 'clock'],
    ["select id from orders where placed_at <@ tstzrange('yesterday', 'tomorrow')", 'clock'],
    ['select id from orders order by random()', 'function'],
    ['select my_answer(id) from orders', 'function'],
    ['select public.pick(id, 1, 2) from orders', 'function'],
    ["select id from orders where ctid in ('(0,1)')", 'hidden-column'],
    ['select o.ctid from orders o', 'hidden-column'],
    ['select (o).ctid from orders o', 'hidden-column'],
    ['select id from orders tablesample system (1)', 'sample'],
    ['select pg_relation_size(id) from orders', 'function'],
    ["select current_setting('work_mem') from orders", 'function'],
  ]);

  test('a word for the clock is pointed at where it stands', () => {
    const placeOf = (sql: string) => sql.slice(refusalOf(sql, REWRITE)?.start);
    expect(placeOf("select id from orders where placed_at < date '00:00 tomorrow'")).toBe("'00:00 tomorrow'");
    expect(placeOf("select id from orders where ('n' || 'ow')::date > placed_at")).toMatch(/^'n' \|\| /);
    expect(placeOf("select id from orders where placed_at < date('today')")).toBe("'today')");
  });
});
