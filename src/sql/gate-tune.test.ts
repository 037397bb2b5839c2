import { beforeAll, describe, expect, test } from 'vitest';
import { type GatePolicy, MAX_SUBMISSION_LENGTH } from './gate.ts';
import { accepts, refusalOf, refuses, TABLES } from './gate-cases.ts';
import { loadParser } from './parse.ts';

beforeAll(loadParser);

const TUNE: GatePolicy = { task: 'tune', allow: ['create-index'], tables: TABLES };

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
