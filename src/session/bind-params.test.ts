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
