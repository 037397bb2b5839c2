import { expect, it } from 'vitest';
import { bindParams } from './bind-params.ts';

it('writes values into the text with their types', () => {
  expect(bindParams('select $1, $2 where a = $1', ['42', null], ['integer', 'text'])).toBe(
    "select '42'::integer, null::text where a = '42'::integer",
  );
});

it('leaves quotes and comments alone', () => {
  const sql = `select '$1', "$1" -- $1\n/* $1 */ , $1`;
  expect(bindParams(sql, ["it's"], [])).toBe(`select '$1', "$1" -- $1\n/* $1 */ , 'it''s'`);
});

it.each([
  [`select E'it\\'s $1', $1`, `select E'it\\'s $1', '7'::int`],
  ['select $$ $1 $$, $a$ $1 $a$, $1', `select $$ $1 $$, $a$ $1 $a$, '7'::int`],
  ['select /* /* $1 */ $1 */ $1', `select /* /* $1 */ $1 */ '7'::int`],
  ['select a$1, $1', `select a$1, '7'::int`],
  ['select $1::text || $10', `select '7'::int::text || null`],
])('tells a parameter from what looks like one: %s', (sql, bound) => {
  expect(bindParams(sql, ['7'], ['int'])).toBe(bound);
});
