import { beforeAll, describe } from 'vitest';
import { type GatePolicy, MAX_SUBMISSION_LENGTH } from './gate.ts';
import { accepts, refuses } from './gate-cases.ts';
import { loadParser } from './parse.ts';

beforeAll(loadParser);

const WORKBENCH: GatePolicy = { task: 'workbench', allow: [] };

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
