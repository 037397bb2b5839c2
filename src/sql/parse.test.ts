import { beforeAll, describe, expect, test } from 'vitest';
import { nestingBound } from './lex.ts';
import { loadParser, MAX_SQL_LENGTH, parseStatements } from './parse.ts';
import { locationOf, nodesOf } from './tree.ts';

beforeAll(loadParser);

function texts(sql: string): string[] {
  const parsed = parseStatements(sql);
  if (parsed.kind !== 'ok') throw new Error(parsed.error.message);
  for (const { text, start, end } of parsed.statements) expect(sql.slice(start, end)).toBe(text);
  return parsed.statements.map(({ text }) => text);
}

function errorOf(sql: string) {
  const parsed = parseStatements(sql);
  if (parsed.kind === 'ok') throw new Error('parsed');
  return parsed.error;
}

describe('statements', () => {
  test('nothing, blanks, semicolons and comments are no statement', () => {
    for (const sql of ['', '  \n', ';;', '-- only\n', '/* a /* nested */ one */;'])
      expect(texts(sql)).toEqual([]);
  });

  test('comments around a statement are left out, those inside stay', () => {
    const sql = '/* é */ select 1 -- x\n; ;\n-- hi\nselect /* in */ 2 -- end';
    expect(texts(sql)).toEqual(['select 1', 'select /* in */ 2']);
  });

  test.each([
    ["select 'a;--b'; select $q$;/*$q$ -- z", ["select 'a;--b'", 'select $q$;/*$q$']],
    ["select E'a\\';', '--' as \"/*\" --", ["select E'a\\';', '--' as \"/*\""]],
    ["select '😀;', 'é' -- 😀\n; select 'ü' /* é */", ["select '😀;', 'é'", "select 'ü'"]],
    ['select a$1$b; select $1', ['select a$1$b', 'select $1']],
    ['select 1 --\r; select 2', ['select 1', 'select 2']],
  ])('%s', (sql, expected) => {
    expect(texts(sql)).toEqual(expected);
  });

  test('locations in the tree are UTF-16 offsets into the whole text', () => {
    const sql = "select '😀é'; select lower('😀', wanted)";
    const parsed = parseStatements(sql);
    if (parsed.kind !== 'ok') throw new Error(parsed.error.message);
    const [column] = nodesOf(parsed.statements[1]?.tree, 'ColumnRef');
    expect(column && locationOf(column)).toBe(sql.indexOf('wanted'));
  });

  test('unpaired surrogates do not shift what follows', () => {
    expect(texts("select '\ud800'; select 'x'").at(-1)).toBe("select 'x'");
  });
});

describe('errors are values', () => {
  test('a syntax error has its position in UTF-16 code units', () => {
    const sql = "select '😀' from from";
    expect(errorOf(sql)).toMatchObject({ sqlstate: '42601', position: sql.lastIndexOf('from') });
  });

  test.each(['\\d orders', 'select 1;\n  \\timing on\nselect 2;'])(
    'psql’s own command has a hint: %s',
    (sql) => {
      expect(errorOf(sql)).toMatchObject({
        position: sql.indexOf('\\'),
        hint: expect.stringMatching(/psql/),
      });
    },
  );

  test('lines of data for COPY have a hint, and what else begins so has none', () => {
    expect(errorOf('copy t from stdin;\n1\t2\n\\.\n').hint).toMatch(/INSERT/);
    expect(errorOf('select \\ from').hint).toBeUndefined();
    expect(errorOf('select 1 2 3 from from').hint).toBeUndefined();
  });

  test('NUL and size', () => {
    expect(errorOf('select 1;\0drop table x')).toMatchObject({ sqlstate: '22021', position: 9 });
    expect(errorOf(`select ${' '.repeat(MAX_SQL_LENGTH)}1`)).toMatchObject({ sqlstate: '54000' });
  });

  const deep: readonly (readonly [string, string])[] = [
    ['operators', `select ${'1+'.repeat(20_000)}1`],
    ['brackets', `select ${'('.repeat(20_000)}1${')'.repeat(20_000)}`],
    ['subqueries', `select ${'(select '.repeat(3_000)}1${')'.repeat(3_000)}`],
    ['casts', `select 1${'::int'.repeat(20_000)}`],
    ['not', `select ${'not '.repeat(900)}true`],
    ['unions', `select 1${' union select 1'.repeat(20_000)}`],
    ['cases', `select ${'case when '.repeat(4_000)}true${' then 1 end'.repeat(4_000)}`],
    ['unfinished', 'select ('.repeat(9_000)],
  ];
  test.each(deep)('deep %s are refused and the parser goes on working', (_name, sql) => {
    for (let i = 0; i < 3; i += 1) expect(errorOf(sql).sqlstate).toBe('54001');
    expect(texts('select 1')).toEqual(['select 1']);
  });

  test('what is accepted can be copied between threads', () => {
    const parsed = parseStatements(`select ${'1+'.repeat(450)}1`);
    expect(structuredClone(parsed)).toEqual(parsed);
  });
});

describe('long but flat texts are read', () => {
  test('200,000 items, 20,000 conditions, 5,000 statements', () => {
    expect(texts(`select 1 where 1 in (${'1,'.repeat(200_000)}1)`)).toHaveLength(1);
    expect(texts(`select 1 where a = -1${' or a = - 2'.repeat(20_000)}`)).toHaveLength(1);
    expect(texts('select a.b + 1 from c; '.repeat(5_000))).toHaveLength(5_000);
    expect(texts(`insert into t values ${'(1, -1, f(2)),'.repeat(20_000)}(1)`)).toHaveLength(1);
  });

  test('a string of 900,000 characters', () => {
    expect(texts(`select '${"'' ".repeat(300_000)}', E'${"\\' ".repeat(5_000)}' -- end`)).toHaveLength(1);
    expect(texts(`select '${'x'.repeat(900_000)}' -- end`)).toHaveLength(1);
  });

  test('the bound follows brackets, not commas', () => {
    expect(nestingBound('select f(a, b, c)')).toBeLessThan(nestingBound('select f(a(b(c)))'));
    expect(nestingBound(`select ${'1+'.repeat(100)}1`)).toBeGreaterThan(200);
    expect(nestingBound("select '((((((((((((((' -- ((((((((((")).toBe(2);
  });
});
