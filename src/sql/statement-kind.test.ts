import { beforeAll, expect, test } from 'vitest';
import { loadParser, parseStatements } from './parse.ts';
import { kindInSql, statementKind } from './statement-kind.ts';

beforeAll(loadParser);

const CASES: readonly (readonly [string, string])[] = [
  ['select 1', 'select'],
  ['values (1)', 'select'],
  ['table orders', 'select'],
  ['select 1 into y', 'select-into'],
  ['select 1 into y union select 2 union select 3', 'select-into'],
  ['with a as (select 1) select * from a', 'select'],
  ['insert into t values (1)', 'insert'],
  ['update t set a = 1', 'update'],
  ['delete from t', 'delete'],
  ['merge into t using s on true when matched then delete', 'merge'],
  ['explain analyze select 1', 'explain'],
  ['create unique index concurrently on t (a)', 'create-index'],
  ['drop index i', 'drop-index'],
  ['drop statistics s', 'drop-statistics'],
  ['drop materialized view m', 'drop-materialized-view'],
  ['alter index i set (fillfactor = 70)', 'alter-index'],
  ['alter index i rename to j', 'alter-index'],
  ['alter table t rename column a to b', 'alter-table'],
  ['alter table t rename constraint a to b', 'alter-table'],
  ['alter table t set schema s', 'alter-table'],
  ['alter table t add column a int', 'alter-table'],
  ['vacuum (full) t', 'vacuum'],
  ['analyze t', 'analyze'],
  ['create statistics s on a, b from t', 'create-statistics'],
  ['alter statistics s set statistics 100', 'alter-statistics'],
  ['set local enable_seqscan = off', 'set'],
  ['set transaction read only', 'set'],
  ['set role x', 'set'],
  ['reset all', 'reset'],
  ['show all', 'show'],
  ['begin', 'transaction'],
  ['rollback to savepoint s', 'transaction'],
  ["prepare transaction 'x'", 'transaction'],
  ['do $$ begin end $$', 'do'],
  ['copy t from stdin', 'copy'],
  ['prepare p as select 1', 'prepare'],
  ['execute p', 'execute'],
  ['deallocate all', 'deallocate'],
  ['discard all', 'discard'],
  ['declare c cursor for select 1', 'declare-cursor'],
  ['create temp table t (a int)', 'create-table'],
  ['create table t as select 1', 'create-table-as'],
  ['create materialized view m as select 1', 'create-materialized-view'],
  ['refresh materialized view m', 'refresh-materialized-view'],
  ['create view v as select 1', 'create-view'],
  ['create function f() returns int language sql return 1', 'create-function'],
  ["create procedure p() language sql as ''", 'create-procedure'],
  ['create trigger t after insert on o execute function f()', 'create-trigger'],
  ['create event trigger t on ddl_command_start execute function f()', 'create-event-trigger'],
  ['create rule r as on insert to t do nothing', 'create-rule'],
  ['create schema s', 'create-schema'],
  ['create extension x', 'create-extension'],
  ['create operator = (leftarg = int, function = f)', 'define'],
  ['create cast (a as b) without function', 'create-cast'],
  ['alter system set a = b', 'alter-system'],
  ['alter role r set a = b', 'alter-role'],
  ['alter database d set a = b', 'alter-database'],
  ['alter tablespace t set (seq_page_cost = 1)', 'alter-tablespace'],
  ['create database d', 'create-database'],
  ['create tablespace t location $$/x$$', 'create-tablespace'],
  ["load 'x'", 'load'],
  ['lock t', 'lock'],
  ['truncate t', 'truncate'],
  ['cluster t using i', 'cluster'],
  ['reindex table t', 'reindex'],
  ['checkpoint', 'checkpoint'],
  ['listen x', 'listen'],
  ['grant select on t to x', 'grant'],
  ['create policy p on t', 'create-policy'],
  ["comment on table t is 'x'", 'comment'],
  ['call p()', 'call'],
];

function kindOf(sql: string): string {
  const parsed = parseStatements(sql);
  if (parsed.kind !== 'ok') throw new Error(parsed.error.message);
  return statementKind(parsed.statements[0]?.tree);
}

test.each(CASES)('%s: %s', (sql, kind) => {
  expect(kindOf(sql)).toBe(kind);
});

test.each([
  ['create index on t (a)', 'CREATE INDEX'],
  ['begin', 'A statement such as BEGIN, COMMIT or ROLLBACK'],
  ['rollback', 'A statement such as BEGIN, COMMIT or ROLLBACK'],
  ['close all', 'CLOSE'],
  ['show work_mem', 'SHOW'],
])('messages call %s by the words that a reader would', (sql, words) => {
  expect(kindInSql(kindOf(sql))).toBe(words);
});
