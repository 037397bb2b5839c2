import { expect, test } from 'vitest';
import { parametersOf } from './parameters.ts';

const numbers = (sql: string) => [...parametersOf(sql)].map(({ number }) => number);

test('parameters are found with their places', () => {
  expect([...parametersOf('a = $1 and b = $12')]).toEqual([
    { number: 1, start: 4, end: 6 },
    { number: 12, start: 15, end: 18 },
  ]);
});

test('what stands in strings, quoted names and comments is none', () => {
  const hidden = [
    "'it''s $2'",
    String.raw`E'a\' $3'`,
    '$$ $4 $$',
    '$tag$ $5 $tag$',
    '"a$6"',
    '/* $7 /* $8 */ $9 */',
    '-- $10\n',
  ];
  for (const text of hidden) expect(numbers(`${text} = $1`), text).toEqual([1]);
});
