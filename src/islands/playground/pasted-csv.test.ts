import { expect, test } from 'vitest';
import type { SqlError } from '../../engine/engine.ts';
import type { Entry } from './history.ts';
import { csvOf, looksLikeCsv } from './pasted-csv.ts';

test.each([
  ['commas', 'id,name\n1,Ada\n2,"Bell, Bo"\n'],
  ['semicolons', 'id;name\n1;Ada'],
  ['tabs, as from a spreadsheet', 'id\tname\r\n1\tAda\r\n'],
  ['words that SQL has too', 'select,from,where\n1,2,3'],
])('a table with %s looks like one', (_, text) => {
  expect(looksLikeCsv(text)).toBe(true);
});

test.each([
  ['one line', 'a, b'],
  ['one column', 'code\n1\n2'],
  ['lines of other lengths', 'select a, b\nfrom t'],
  ['a call in the first line', 'select f(a), b\nfrom t, u'],
  ['nothing', ''],
])('%s is no table', (_, text) => {
  expect(looksLikeCsv(text)).toBe(false);
});

function failed(sql: string, sqlstate: string): Entry {
  const error = { sqlstate, message: '' } as SqlError;
  return { sql, outcome: { kind: 'run', run: { kind: 'sql-error', error } } } as Entry;
}

test('only what PostgreSQL does not take for SQL is read as a table', async () => {
  const text = 'id,name\n1,Ada\n';
  expect(await csvOf(failed(text, '42601'))?.text()).toBe(text);
  expect(csvOf(failed('select a, b\nfrom t, nope', '42P01'))).toBeUndefined();
  expect(csvOf(undefined)).toBeUndefined();
});
