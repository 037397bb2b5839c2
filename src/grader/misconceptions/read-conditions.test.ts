import { describe, expect, it } from 'vitest';
import { columnsOf, mentions, readConditions, sameExpression } from './read-conditions.ts';

const read = (text: string) =>
  readConditions(text, 'o').map(({ comparison, expression, value }) => [comparison, expression, value]);

describe('conditions', () => {
  it('come apart at AND, outside of brackets and texts', () => {
    expect(
      read("((o.customer_id = 42) AND (o.note <> 'a AND b'::text) AND (o.total > '1'::numeric))"),
    ).toEqual([
      ['equal', 'customer_id', '42'],
      ['other', 'note', "'a AND b'::text"],
      ['range', 'total', "'1'::numeric"],
    ]);
  });

  it('know the side of the table, expressions, patterns and rows', () => {
    expect(read('(c.id = o.customer_id)')).toEqual([['equal', 'customer_id', 'c.id']]);
    expect(read("(lower(o.email) = 'x'::text)")).toEqual([['equal', 'lower(email)', "'x'::text"]]);
    expect(read("((o.metadata ->> 'a'::text) = 'b'::text)")).toEqual([
      ['equal', "metadata ->> 'a'::text", "'b'::text"],
    ]);
    expect(read("(o.email ~~* '%x%'::text)")).toEqual([['pattern', 'email', "'%x%'::text"]]);
    expect(read("(ROW(o.created_at, o.id) < ROW('2021-03-01'::timestamptz, 7))")).toEqual([
      ['range', 'created_at', "ROW('2021-03-01'::timestamptz, 7)"],
    ]);
  });

  it('keep an OR whole, and leave out what is not about the table', () => {
    expect(readConditions('((o.a < 1) OR ((o.a = 1) AND (o.b < 2)))', 'o')).toMatchObject([
      { comparison: 'or', columns: ['a', 'b'] },
    ]);
    expect(read('(c.city = 1)')).toEqual([]);
    expect(readConditions(undefined, 'o')).toEqual([]);
  });

  it('compare expressions by what they say', () => {
    expect(sameExpression('(lower(email))', 'lower( email )')).toBe(true);
    expect(sameExpression('lower(email)', 'email')).toBe(false);
    expect(mentions("to_tsvector('email'::regconfig, name)", 'email')).toBe(false);
    expect(mentions('lower("email")', 'email')).toBe(true);
    expect(columnsOf('o.a + "o"."b" + c.d', 'o')).toEqual(['a', 'b']);
  });
});
