import { beforeAll, describe, expect, it } from 'vitest';
import { oneQuery } from './one-query.ts';
import { loadParser, parseStatements } from './parse.ts';

beforeAll(loadParser);

const ALIKE = [
  'select 1',
  ' \n select count(*) from orders; ',
  '-- first\nselect 1 -- last; really\n ; -- and gone',
  'SELECT \'a;b\', $$c;d$$, $x$;$x$, "x;y" from t',
  "select 'it''s; one'\n'; text'",
  "select e'a;b', B'01', x'1f', N';'",
  'values (1), (2);',
  'table orders',
  'with w as (select 1) select * from w;',
  'select 1 as "größe" where true;',
  'select $1::int, 1e5, 0x1F, 1_000, a[1:2] from t',
];

const NOT_ONE = [
  '',
  ';',
  '-- nothing',
  'select 1; select 2',
  'select 1;; ',
  'copy orders from stdin',
  'explain select 1',
  'insert into t values (1)',
  'select 1\0',
  `select ${'('.repeat(800)}1${')'.repeat(800)}`,
  'begin',
  '(select 1)',
  'select 1 /* never closed',
  'select /* a; b */ 1',
  "select U&'d\\0061t;a'",
  // What follows an escape string on the next line is one as well: three statements.
  "select E'a'\n'\\''; drop table victim; select 42 as x --'",
];

describe('a text that is one query', () => {
  it.each(ALIKE)('is cut out as the parser does: %j', (sql) => {
    const parsed = parseStatements(sql);
    if (parsed.kind !== 'ok') throw new Error(parsed.error.message);
    expect(parsed.statements).toHaveLength(1);
    expect(parsed.statements[0]).toMatchObject(oneQuery(sql) ?? { text: 'none' });
  });

  it.each(NOT_ONE)('is not taken for one where it may be anything else: %j', (sql) => {
    expect(oneQuery(sql)).toBeUndefined();
  });
});
