import { expect, it } from 'vitest';
import { namedIn } from './named-in.ts';

it('finds names as whole words, in any case', () => {
  const sql = 'select count(*) from "Orders" o join order_items i on i.order_id = o.id';
  expect(namedIn(sql, ['orders', 'order_items', 'order', 'items', 'customers'])).toEqual([
    'orders',
    'order_items',
  ]);
  expect(namedIn('', ['orders'])).toEqual([]);
});
