import { beforeAll, expect, test } from 'vitest';
import { loadParser } from './parse.ts';
import { isSameStatement } from './same-statement.ts';

beforeAll(loadParser);

const QUERY = 'select id from orders where total > 10 and city = $1';

test.each([
  [`-- Slow.\n${QUERY};\n`],
  [QUERY.toUpperCase().replace('$1', '/* of the form */ $1')],
  [QUERY.replace(' where', '\n  where')],
])('layout, letter case and comments make no other statement: %s', (text) => {
  expect(isSameStatement(text, QUERY)).toBe(true);
});

test.each([
  [QUERY.replace('10', '11')],
  [QUERY.replace('id from', 'id as number from')],
  [`${QUERY}; ${QUERY}`],
  ['-- nothing'],
  ['selct'],
])('anything else does: %s', (text) => {
  expect(isSameStatement(text, QUERY)).toBe(false);
});
