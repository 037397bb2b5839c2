import { expect, it } from 'vitest';
import { findMovableBounds, moveBounds } from './movable-bounds.ts';

const found = (sql: string) =>
  findMovableBounds(sql).map(({ column, operator, written }) => `${column} ${operator} ${written}`);

it.each([
  ['select * from t where a < 5', ['a < 5']],
  ['select * from t x where x.a >= -5.25 and x."B c" <= \'z\'', ['x.a >= -5.25', 'x."B c" <= \'z\'']],
  ["where at > timestamptz '2024-01-01 00:00+00'", ["at > timestamptz '2024-01-01 00:00+00'"]],
  ["where at > '2024-01-01'::timestamptz and b = 1", ["at > '2024-01-01'::timestamptz"]],
  [
    "where day between date '2024-01-01' and '2024-02-01'",
    ["day >= date '2024-01-01'", "day <= '2024-02-01'"],
  ],
  ['where 5 < a', ['a > 5']],
  ['where a <> 5 and b = 3 and c is null', []],
  ["where at > now() - interval '30 days'", []],
  ['where a < 5 + b', []],
  ['where a + 1 < 5', []],
  ['where a not between 1 and 2', []],
  ['where a < b and f(a) < 3', []],
  ["where note > 'x < 3' -- a < 4", ["note > 'x < 3'"]],
])('%s', (sql, bounds) => {
  expect(found(sql)).toEqual(bounds);
});

it('moves bounds and leaves the rest as it is', () => {
  const sql = "select 'ü', a from t where a between 10 and 2000 order by a";
  const [low, high] = findMovableBounds(sql);
  if (!low || !high) throw new Error('not found');
  expect(
    moveBounds(sql, [
      { bound: low, literal: "'1'" },
      { bound: high, literal: "'22'" },
    ]),
  ).toBe("select 'ü', a from t where a between '1' and '22' order by a");
});
