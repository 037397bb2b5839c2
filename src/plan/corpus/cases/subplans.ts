import type { Case } from '../case.ts';

export const subplans: readonly Case[] = [
  { name: 'init-plan', sql: 'select * from orders where total > (select avg(total) * 1.98 from orders)' },
  {
    name: 'init-plan-deep',
    sql: 'select count(*) from orders o join customers c on c.id = o.customer_id where o.total > (select avg(total) * 1.9 from orders)',
  },
  {
    name: 'init-plan-exists',
    sql: "select * from products where exists (select 1 from orders where note = 'nothing') or id = 3",
  },
  {
    name: 'sub-plan-select-list',
    sql: 'select c.id, (select count(*) from orders o where o.customer_id = c.id) from customers c where c.id <= 50',
  },
  {
    name: 'sub-plan-hashed',
    sql: 'select count(*) from products where id not in (select product_id from order_items where qty = 5)',
  },
  {
    name: 'sub-plan-any',
    sql: 'select count(*) from customers c where c.credit > all (select p.price from products p where p.id < 5 and p.id <> c.id)',
  },
  {
    name: 'cte-inlined',
    sql: 'with recent as (select * from orders where id > 19000) select count(*) from recent where total > 500',
  },
  {
    name: 'cte-materialized',
    sql: 'with paid as materialized (select * from orders) select * from paid where id = 42',
  },
  {
    name: 'cte-twice',
    sql: 'with big as (select customer_id, sum(total) as s from orders group by customer_id) select a.customer_id from big a join big b on a.s = b.s and a.customer_id < b.customer_id',
  },
  {
    name: 'cte-limited',
    sql: 'with numbers as materialized (select i from generate_series(1, 100000) i) select * from numbers limit 10',
  },
  {
    name: 'recursive-union',
    sql: 'with recursive t(id, depth) as (select id, 0 from categories where parent_id is null union all select c.id, depth + 1 from categories c join t on c.parent_id = t.id) select depth, count(*) from t group by depth',
  },
  {
    name: 'recursive-union-distinct',
    sql: 'with recursive n(i) as (select 1 union select i % 50 + 1 from n) select count(*) from n',
  },
  {
    name: 'cte-writing',
    sql: 'with gone as (delete from order_items where order_id = 77 returning *) select count(*) from gone',
  },
  { name: 'cte-writing-unread', sql: 'with gone as (delete from order_items where order_id = 77) select 1' },
  {
    name: 'subquery-scan',
    sql: 'select * from (select id, total, row_number() over (order by total) as n from orders) s where n % 1000 = 0',
  },
  {
    name: 'alternative-in-filter',
    sql: "select * from orders o where o.id < 100 and (o.status = 'open' or exists (select 1 from order_items i where i.order_id = o.id and i.qty > 4))",
  },
];
