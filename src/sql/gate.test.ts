import { beforeAll, describe, expect, test } from 'vitest';
import { type GatePolicy, type GateRefusal, gate, MAX_SUBMISSION_LENGTH } from './gate.ts';
import { ALLOWABLE_KINDS } from './gate-objects.ts';
import { loadParser, parseStatements } from './parse.ts';

beforeAll(loadParser);

const TABLES = ['orders', 'customers', 'order_items'];
const TUNE: GatePolicy = { task: 'tune', allow: ['create-index'], tables: TABLES };
const REWRITE: GatePolicy = { task: 'rewrite', allow: [], tables: TABLES };
const EVERYTHING: GatePolicy = { task: 'design', allow: ALLOWABLE_KINDS, tables: TABLES };
const WORKBENCH: GatePolicy = { task: 'workbench', allow: [] };

function refusalOf(sql: string, policy: GatePolicy): GateRefusal | undefined {
  const parsed = parseStatements(sql);
  if (parsed.kind !== 'ok') throw new Error(`${sql}: ${parsed.error.message}`);
  const result = gate(parsed.statements, policy);
  return result.kind === 'refused' ? result.refusal : undefined;
}

type Cases = readonly (readonly [sql: string, rule: string])[];

function refuses(policy: GatePolicy, cases: Cases): void {
  test.each(cases)('refuses %s', (sql, rule) => {
    const refusal = refusalOf(sql, policy);
    expect(refusal?.rule).toBe(rule);
    expect(refusal?.message).toMatch(/^\S.{20,}\.$/);
  });
}

function accepts(policy: GatePolicy, cases: readonly string[]): void {
  test.each(cases)('accepts %s', (sql) => {
    expect(refusalOf(sql, policy)).toBeUndefined();
  });
}

describe('tune with create-index', () => {
  accepts(TUNE, [
    '',
    '-- nothing yet',
    'create index on orders (customer_id)',
    'create index concurrently if not exists i on public.orders using btree (lower(status) text_pattern_ops desc nulls last, (total + 1)) include (id) with (fillfactor = 70, deduplicate_items = off) where status = $$x$$ and date_trunc($$day$$, placed_at) is not null',
    'create unique index on only customers (email) nulls not distinct',
    "create index on orders using brin (placed_at) with (pages_per_range = 8); create index on orders using gin (to_tsvector('simple', coalesce(note, '')))",
    'create index on orders using gin (note gin_trgm_ops); explain (analyze, buffers) select * from orders where note like $$%x%$$',
    'select relname, pg_size_pretty(pg_relation_size(oid)) from pg_class where relname = $$orders$$',
    'select now(), random(), current_user; explain delete from orders; table orders; values (1)',
    'explain (analyze false) update orders set id = 1',
    'explain (analyze off, buffers) insert into orders values (1)',
  ]);

  refuses(TUNE, [
    ['set enable_seqscan = off', 'statement-kind'],
    ['create index on orders (id); set local work_mem = $$1MB$$', 'statement-kind'],
    ['reset all', 'statement-kind'],
    ["select set_config('enable_seqscan', 'off', false)", 'function'],
    ["select 1 from orders where (select pg_catalog.set_config('a.b', 'off', false)) = ''", 'function'],
    ["update pg_settings set setting = 'off'", 'statement-kind'],
    ['do $$ begin perform 1; end $$', 'statement-kind'],
    ['alter role postgres set enable_seqscan = off', 'statement-kind'],
    ['alter database postgres set plan_cache_mode = force_generic_plan', 'statement-kind'],
    ['alter system set random_page_cost = 1', 'statement-kind'],
    ['alter tablespace pg_default set (random_page_cost = 0)', 'statement-kind'],
    ['create temp table orders (id int)', 'statement-kind'],
    ['create view v as select 1', 'statement-kind'],
    ['create materialized view v as select 1', 'statement-kind'],
    ['alter table orders rename to old', 'statement-kind'],
    ['create schema s', 'statement-kind'],
    ['create function f() returns int language sql return 1', 'statement-kind'],
    ['create operator === (leftarg = int, rightarg = int, function = int4eq)', 'statement-kind'],
    ['create rule r as on select to orders do instead select 1', 'statement-kind'],
    ['create event trigger e on ddl_command_start execute function f()', 'statement-kind'],
    ['begin', 'statement-kind'],
    ['commit; create index on orders (id)', 'statement-kind'],
    ['rollback', 'statement-kind'],
    ['lock table orders', 'statement-kind'],
    ['prepare p as select 1', 'statement-kind'],
    ['execute p', 'statement-kind'],
    ['deallocate all', 'statement-kind'],
    ['discard all', 'statement-kind'],
    ['copy orders to stdout', 'statement-kind'],
    ["copy orders from program 'x'", 'statement-kind'],
    ['delete from orders', 'statement-kind'],
    ['truncate orders', 'statement-kind'],
    ['analyze orders', 'statement-kind'],
    ['vacuum orders', 'statement-kind'],
    ['create statistics s on a, b from orders', 'statement-kind'],
    ['alter statistics s set statistics 1', 'statement-kind'],
    ['drop index orders_pkey', 'statement-kind'],
    ['create extension bloom', 'statement-kind'],
    ['select 1 into orders2', 'statement-kind'],
    ['create table x as select 1', 'statement-kind'],
    ['declare c cursor for select 1', 'statement-kind'],
    ['notify x', 'statement-kind'],
    ['explain analyze delete from orders', 'explain'],
    ['explain (analyze, buffers) create table x as select 1', 'explain'],
    ['explain (analyze true) insert into orders values (1)', 'explain'],
    ['explain (analyze on) execute p', 'explain'],
    ['explain declare c cursor for select 1', 'explain'],
    ['with gone as (delete from orders returning *) select * from gone', 'write'],
    ['explain analyze with x as (update orders set id = 1 returning 1) select * from x', 'write'],
    ['select * from (with x as (insert into orders values (1) returning 1) select * from x) y', 'write'],
    ['select * from orders for update', 'row-lock'],
    ['select * from (select * from orders for share) x', 'row-lock'],
    ['select pg_sleep(10)', 'function'],
    ["select pg_restore_relation_stats('relation', 'orders')", 'function'],
    ["select pg_clear_relation_stats('public', 'orders')", 'function'],
    ["select nextval('s')", 'function'],
    ["select query_to_xml('delete from orders', true, true, '')", 'function'],
    ["select * from ts_stat('select 1')", 'function'],
    ["select pg_read_file('/etc/passwd')", 'function'],
    ['select pg_terminate_backend(1)', 'function'],
    ['select pg_advisory_lock(1)', 'function'],
    ["select lo_import('/x')", 'function'],
    ['select pg_stat_reset()', 'function'],
    ['select public.lower(status) from orders', 'function'],
    ['select pg_temp.f()', 'function'],
    ['select 1 operator(public.=) 2', 'operator'],
    ['select 1 operator(s.=) any (select 2)', 'operator'],
    ['select * from orders order by id using operator(public.<)', 'operator'],
  ]);

  refuses(TUNE, [
    ['create index on pg_catalog.pg_class (relname)', 'schema'],
    ['create index on pg_class (relname)', 'schema'],
    ['create index on s.orders (id)', 'schema'],
    ['create index on pg_temp.orders (id)', 'schema'],
    ['create index on other (id)', 'unknown-table'],
    ['create index on orders (f(id))', 'function'],
    ['create index on orders (public.lower(status))', 'function'],
    ['create index on orders (id) where placed_at > now()', 'function'],
    ['create index on orders (id) where placed_at > current_date', 'clock'],
    ['create index on orders (id) where id operator(public.=) 1', 'operator'],
    ['create index on orders using heap2 (id)', 'index-method'],
    ['create index on orders (id s.my_ops)', 'schema'],
    ['create index on orders (id) with (parallel_workers = 3)', 'option'],
    ['create index on orders (id) tablespace fast', 'tablespace'],
  ]);

  test('a refusal says where: the statement, and the word in it', () => {
    const sql = "create index on orders (id);\nselect 'é', lower('x'), set_config('a', 'b', false)";
    const refusal = refusalOf(sql, TUNE);
    expect(refusal).toMatchObject({ statement: 1, rule: 'function' });
    expect(sql.slice(refusal?.start, refusal?.end)).toBe('set_config');
    expect(refusalOf(' begin', TUNE)).toMatchObject({ start: 1, end: 6, statement: 0 });
  });

  test('size', () => {
    expect(refusalOf(`select '${'x'.repeat(MAX_SUBMISSION_LENGTH)}'`, TUNE)?.rule).toBe('size');
    expect(refusalOf('select 1;'.repeat(41), TUNE)?.rule).toBe('size');
  });
});

describe('rewrite', () => {
  accepts(REWRITE, [
    'select id, total from orders where customer_id = $1 order by id',
    'with recursive r as (select 1 as n union all select n + 1 from r where n < 5) select * from r join orders on id = n',
    'with pg_like as (select * from orders) select * from pg_like',
    "select c.id, count(*) filter (where o.total > 1), max(date_trunc('day', o.placed_at)) over (partition by c.id), extract(year from o.placed_at), trim(c.name), substring(c.name from 1 for 2), c.name collate \"C\", o.placed_at at time zone 'utc' from public.customers c left join lateral (select * from orders o where o.customer_id = c.id limit 1) o on true group by 1, o.total, o.placed_at, c.name having count(*) > 1 order by 2 desc nulls last",
    'select * from orders o where not exists (select from order_items i where i.order_id = o.id) and (id, total) < (1, 2) and id = any (array[1, 2]) union all (select * from orders limit 1)',
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

  test('functions of the exercise may be called when it says so', () => {
    const policy = { ...REWRITE, functions: ['pick'] };
    expect(refusalOf('select pick(id, 1, 2), public.pick(id, 1, 2) from orders', policy)).toBeUndefined();
    expect(refusalOf('select s.pick(id, 1, 2) from orders', policy)?.rule).toBe('function');
  });
});

describe('everything allowed', () => {
  accepts(EVERYTHING, [
    'drop index i, public.j; alter index i rename to k; alter index i set (fillfactor = 90); reindex index i; reindex (verbose) table orders',
    'create statistics s (ndistinct, mcv) on status, lower(note) from orders; drop statistics if exists s',
    'vacuum (analyze, freeze) orders; analyze; vacuum full; analyze public.orders (id); cluster orders using i; cluster',
    'create table t (id int generated always as identity primary key, at timestamptz default now()) partition by range (at)',
    'create table p partition of t for values from (1) to (2) with (fillfactor = 80)',
    'alter table orders add column x int, alter column x set not null, add check (x > 0), drop column y; alter table orders rename column a to b',
    'create materialized view m as select count(*) from orders; refresh materialized view concurrently m',
    'create view v as select * from orders; create table c as select * from orders; drop table c',
    'create function bump() returns trigger language plpgsql as $$ begin return new; end $$; create trigger t after insert on orders referencing new table as n for each statement execute function bump()',
    'insert into orders select * from orders on conflict do nothing; update orders set total = 1; delete from orders; merge into orders o using customers c on true when matched then do nothing',
    'with x as (update orders set total = 1 returning *) insert into order_items select id from x',
    'explain analyze update orders set total = 2',
  ]);

  refuses(EVERYTHING, [
    ['drop index s.i', 'schema'],
    ['drop index i cascade', 'cascade'],
    ['drop table pg_catalog.pg_class', 'schema'],
    ['alter index i alter column 1 set statistics 1000', 'alter-index'],
    ['alter index i set tablespace x', 'alter-index'],
    ['alter index i set (foo = 1)', 'option'],
    ['reindex system postgres', 'reindex'],
    ['reindex schema public', 'reindex'],
    ['reindex (tablespace x) table orders', 'tablespace'],
    ['analyze pg_class', 'schema'],
    ['analyze pg_catalog.pg_statistic', 'schema'],
    ['vacuum other', 'unknown-table'],
    ['create statistics s.x on a, b from orders', 'schema'],
    ['create temp table orders (id int)', 'temporary'],
    ['create unlogged table t (id int)', 'unlogged'],
    ['create temp view orders as select 1', 'temporary'],
    ['create temp table x as select 1', 'temporary'],
    ['create table s.t (id int)', 'schema'],
    ['create table t (id int) tablespace x', 'tablespace'],
    ['create table t (id int) with (autovacuum_vacuum_threshold = 1)', 'option'],
    ['alter table orders rename to x', 'rename'],
    ['alter table orders set schema s', 'rename'],
    ['alter table orders disable trigger all', 'alter-table'],
    ['alter table orders enable row level security', 'alter-table'],
    ['alter table orders alter column id set statistics 0', 'alter-table'],
    ['alter table orders alter column id set (n_distinct = 1)', 'alter-table'],
    ['alter table orders inherit customers', 'alter-table'],
    ['alter table orders set unlogged', 'alter-table'],
    ['alter table orders owner to x', 'alter-table'],
    ['alter table orders set (autovacuum_vacuum_scale_factor = 1)', 'option'],
    ['update pg_settings set setting = 1', 'schema'],
    ['delete from pg_catalog.pg_class', 'schema'],
    ['insert into information_schema.x values (1)', 'schema'],
    [
      "create function f() returns int language sql set enable_seqscan = off as 'select 1'",
      'function-option',
    ],
    ["create function f() returns int language sql security definer as 'select 1'", 'function-option'],
    ["create function f() returns int language internal as 'x'", 'language'],
    ["create function pg_catalog.lower(text) returns int language sql as 'select 1'", 'schema'],
    [
      "create function f() returns int language sql return (select set_config('a', 'b', false)::int)",
      'function',
    ],
    ['create trigger t after insert on pg_class execute function f()', 'schema'],
    ['create materialized view m as select pg_sleep(1)', 'function'],
    ['create view v as select * from pg_stats', 'schema'],
    ['truncate orders', 'statement-kind'],
    ['do $$ begin end $$', 'statement-kind'],
    ['set work_mem = 1', 'statement-kind'],
  ]);

  test('tune keeps what the dataset promises', () => {
    const policy: GatePolicy = { task: 'tune', allow: ['alter-table'], tables: TABLES };
    expect(refusalOf('alter table orders drop constraint x', policy)?.rule).toBe('alter-table');
    expect(refusalOf('alter table orders set (fillfactor = 80)', policy)).toBeUndefined();
  });
});

describe('workbench and lessons', () => {
  accepts(WORKBENCH, [
    'set enable_seqscan = off; begin; do $$ begin end $$; create temp table t (a int); drop table orders cascade',
    "select pg_sleep(1), set_config('a.b', 'c', false); create function f() returns int language sql return 1",
    'prepare p as select 1; execute p; vacuum; listen x; create extension pg_trgm',
    `select '${'x'.repeat(MAX_SUBMISSION_LENGTH)}'`,
    "set client_encoding to 'UTF-8'; set names default; select convert_to('é', 'utf8')",
    "select convert_from('\\xe9'::bytea, 'LATIN1'), convert('\\xe9'::bytea, 'LATIN1', 'UTF8')",
  ]);

  refuses(WORKBENCH, [
    ['copy orders from stdin', 'wedges'],
    ['select 1; copy orders (id) from stdin with (format csv)', 'wedges'],
    ["copy orders to program 'cat'", 'wedges'],
    ["copy orders from '/tmp/x'", 'wedges'],
    ["copy (select 1) to '/tmp/x'", 'wedges'],
    ['copy orders to stdout', 'wedges'],
    ['create database x', 'wedges'],
    ['alter system set a = 1', 'wedges'],
    ["load 'x'", 'wedges'],
    ["create tablespace t location '/x'", 'wedges'],
    ["set client_encoding to 'LATIN1'", 'encoding'],
    ["set names 'win1252'", 'encoding'],
    ["select set_config('client_encoding', 'sjis', false)", 'encoding'],
    ["select length(convert_to('é', 'LATIN1'))", 'encoding'],
    ["select convert('é'::bytea, 'UTF8', 'WIN1252')", 'encoding'],
  ]);
});
