import { beforeAll, describe } from 'vitest';
import { ALLOWED_KINDS } from './allowed-kinds.ts';
import type { GatePolicy } from './gate.ts';
import { accepts, refuses, TABLES } from './gate-cases.ts';
import { loadParser } from './parse.ts';

beforeAll(loadParser);

const EVERYTHING: GatePolicy = { task: 'design', allow: ALLOWED_KINDS, tables: TABLES };

describe('everything allowed', () => {
  accepts(EVERYTHING, [
    'drop index i, public.j; reindex index i; reindex (verbose) table orders',
    'create statistics s (ndistinct, mcv) on status, lower(note) from orders; drop statistics if exists s',
    'vacuum (analyze, freeze) orders; analyze; vacuum full; analyze public.orders (id); cluster orders using i; cluster',
  ]);

  refuses(EVERYTHING, [
    ['drop index s.i', 'schema'],
    ['drop index i cascade', 'cascade'],
    ['reindex system postgres', 'reindex'],
    ['reindex schema public', 'reindex'],
    ['reindex (tablespace x) table orders', 'tablespace'],
    ['analyze pg_class', 'schema'],
    ['analyze pg_catalog.pg_statistic', 'schema'],
    ['vacuum other', 'unknown-table'],
    ['create statistics s.x on a, b from orders', 'schema'],
    ['with x as (update orders set total = 1 returning *) select * from x', 'write'],
    ['explain analyze update orders set total = 2', 'explain'],
    ...[
      'alter index i rename to j',
      'alter table orders add column x int',
      'create table t (id int)',
      'create temp table orders (id int)',
      'create table c as select * from orders',
      'select * into copy from orders',
      'create view v as select * from orders',
      'create materialized view m as select count(*) from orders',
      "create function f() returns int language sql as 'select 1'",
      'create trigger t after insert on orders execute function f()',
      'drop table orders',
      'insert into orders select * from orders',
      'update orders set total = 1',
      'delete from orders',
      'truncate orders',
      'do $$ begin end $$',
      'set work_mem = 1',
    ].map((sql) => [sql, 'statement-kind'] as const),
  ]);
});
