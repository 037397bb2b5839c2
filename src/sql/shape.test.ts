import { beforeAll, describe, expect, it } from 'vitest';
import { loadParser, parseStatements } from './parse.ts';
import { shapeOf } from './shape.ts';

beforeAll(loadParser);

function shape(sql: string): string {
  const parsed = parseStatements(sql);
  if (parsed.kind !== 'ok') throw new Error(parsed.error.message);
  return shapeOf(parsed.statements);
}

describe('the shape of a text', () => {
  it.each([
    [
      'layout and comments',
      'create index on orders (customer_id)',
      '-- mine\nCREATE   INDEX ON orders(customer_id);',
    ],
    [
      'an index’s name',
      'create index a on orders (customer_id)',
      'create index on public.orders (customer_id)',
    ],
    [
      'aliases',
      'select o.id from orders o where o.total > 5',
      'select x.id from orders as x where x.total > 700',
    ],
    ['output names', 'select count(*) as n from orders', 'select count(*) how_many from orders'],
    [
      'CTE names',
      'with a as (select id from orders) select id from a',
      'with recent as (select id from orders) select r.id from recent r',
    ],
    ['statistics’ names', 'create statistics s on a, b from t', 'create statistics zz on a, b from t'],
  ])('leaves out %s', (_, a, b) => {
    expect(shape(b)).toBe(shape(a));
  });

  it.each([
    ['columns', 'create index on orders (customer_id)', 'create index on orders (total)'],
    ['their order', 'create index on t (a, b)', 'create index on t (b, a)'],
    ['direction', 'create index on t (a)', 'create index on t (a desc)'],
    ['tables', 'select id from orders', 'select id from customers'],
    ['operators', 'select 1 from t where a < 1', 'select 1 from t where a <= 1'],
    ['the number of statements', 'analyze t', 'analyze t; analyze t'],
    ['functions', 'select lower(a) from t', 'select upper(a) from t'],
  ])('tells %s apart', (_, a, b) => {
    expect(shape(a)).not.toBe(shape(b));
  });

  it('is empty for nothing', () => expect(shape('-- nothing')).toBe(''));
});
