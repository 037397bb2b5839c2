import { beforeAll, describe, expect, test } from 'vitest';
import type { GatePolicy } from './gate.ts';
import { accepts, refusalOf, refuses, TABLES } from './gate-cases.ts';
import { ALLOWABLE_KINDS } from './gate-objects.ts';
import { loadParser } from './parse.ts';

beforeAll(loadParser);

const EVERYTHING: GatePolicy = { task: 'design', allow: ALLOWABLE_KINDS, tables: TABLES };

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
