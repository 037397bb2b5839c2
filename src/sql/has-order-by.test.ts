import { beforeAll, expect, test } from 'vitest';
import { hasOrderBy } from './has-order-by.ts';
import { loadParser, parseStatements } from './parse.ts';

beforeAll(loadParser);

test.each([
  ['select 1 order by 1', true],
  ['select 1 union select 2 order by 1', true],
  ['with a as (select 1) select * from a order by 1 limit 5', true],
  ['select * from (select 1 order by 1) x', false],
  ['with a as (select 1 order by 1) select * from a', false],
  ['(select 1 order by 1) union all select 2', false],
  ['select array_agg(a order by a), rank() over (order by a) from t', false],
  ['vacuum', false],
])('%s: %s', (sql, expected) => {
  const parsed = parseStatements(sql);
  if (parsed.kind !== 'ok') throw new Error(parsed.error.message);
  expect(hasOrderBy(parsed.statements[0]?.tree)).toBe(expected);
});
