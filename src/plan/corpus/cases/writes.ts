import type { Case } from '../case.ts';

export const writes: readonly Case[] = [
  {
    name: 'insert-values',
    sql: "insert into categories values (1001, 1, 'new')",
    options: 'ANALYZE, BUFFERS, WAL',
  },
  {
    name: 'insert-values-many',
    sql: "insert into categories values (1001, 1, 'a'), (1002, 1, 'b') returning id",
  },
  {
    name: 'insert-select',
    sql: "insert into categories select i, 1, 'bulk' from generate_series(2001, 2100) i",
    options: 'ANALYZE, BUFFERS, WAL',
  },
  {
    name: 'insert-on-conflict-nothing',
    sql: "insert into categories select i, 1, 'again' from generate_series(190, 210) i on conflict do nothing",
  },
  {
    name: 'insert-on-conflict-update',
    sql: "insert into categories as c select i, 1, 'again' from generate_series(190, 210) i on conflict (id) do update set name = excluded.name where c.id > 195",
  },
  {
    name: 'insert-trigger',
    sql: "insert into accounts select i, 'new ' || i, 5 from generate_series(1001, 1020) i",
  },
  { name: 'update', sql: "update customers set credit = credit + 1 where country = 'Country 2'" },
  { name: 'update-trigger', sql: 'update accounts set balance = balance - 1 where id < 50' },
  {
    name: 'update-join',
    sql: "update orders o set note = 'vip' from customers c where c.id = o.customer_id and c.credit = 99",
  },
  {
    name: 'update-partitioned',
    sql: "update events set kind = 'x' where at between '2025-03-30' and '2025-04-02'",
  },
  { name: 'delete', sql: 'delete from order_items where order_id < 20' },
  {
    name: 'delete-fk-trigger',
    sql: 'delete from customers where id > 1995',
    before: ['delete from orders where customer_id > 1995'],
  },
  {
    name: 'merge',
    sql: "merge into accounts a using (select i as id from generate_series(290, 310) i) s on s.id = a.id when matched and s.id < 295 then delete when matched then update set balance = 0 when not matched then insert values (s.id, 'm' || s.id, 1)",
  },
  {
    name: 'update-returning',
    sql: 'update accounts set balance = 7 where id = 3 returning id, balance',
    options: 'ANALYZE, BUFFERS, VERBOSE',
  },
];
