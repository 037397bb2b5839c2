import type { Case } from '../case.ts';

export const joins: readonly Case[] = [
  {
    name: 'nested-loop',
    sql: 'select o.id, c.name from orders o join customers c on c.id = o.customer_id where o.id between 1 and 5',
  },
  {
    name: 'nested-loop-left',
    sql: 'select p.id, i.qty from products p left join order_items i on i.order_id = p.id * 7 and i.line = 1 where p.id < 9',
  },
  {
    name: 'merge-left-join',
    sql: 'select p.id, i.qty from products p left join order_items i on i.order_id = p.id and i.line = 1 where p.id < 30',
  },
  {
    name: 'nested-loop-semi',
    before: [
      'set local enable_hashjoin = off',
      'set local enable_mergejoin = off',
      'set local enable_hashagg = off',
      'set local enable_sort = off',
    ],
    sql: 'select count(*) from customers c where c.id < 60 and exists (select 1 from orders o where o.customer_id = c.id and o.total > 500)',
  },
  {
    name: 'nested-loop-anti',
    before: ['set local enable_hashjoin = off', 'set local enable_mergejoin = off'],
    sql: 'select count(*) from products p where not exists (select 1 from order_items i where i.order_id = p.id and i.line = 1)',
  },
  {
    name: 'hash-right-anti',
    sql: 'select count(*) from orders o where not exists (select 1 from customers c where c.id = o.customer_id + 1 and c.credit > 3)',
  },
  { name: 'cartesian', sql: 'select count(*) from days a, days b' },
  {
    name: 'nested-loop-materialize',
    sql: 'select count(*) from products p, categories c where p.price > c.id',
  },
  {
    name: 'hash-join',
    sql: "select c.name, o.total from orders o join customers c on c.id = o.customer_id where c.country = 'Country 1'",
  },
  {
    name: 'hash-join-left-filter',
    sql: 'select c.id from customers c left join orders o on o.customer_id = c.id and o.total > 900 where o.total is null or o.total > 990',
  },
  {
    name: 'hash-join-full',
    sql: 'select count(*) from products p full join categories c on c.id = p.id where coalesce(p.id, c.id) > 100',
  },
  {
    name: 'hash-join-batches',
    before: [
      "set local work_mem = '64kB'",
      'set local hash_mem_multiplier = 1',
      'set local enable_mergejoin = off',
      'set local enable_nestloop = off',
    ],
    sql: 'select count(*) from order_items i join orders o on o.id = i.order_id where i.qty > 1',
  },
  {
    name: 'hash-join-semi',
    sql: 'select count(*) from customers c where exists (select 1 from orders o where o.customer_id = c.id and o.total > 995)',
  },
  {
    name: 'hash-join-anti',
    sql: 'select count(*) from customers c where not exists (select 1 from orders o where o.customer_id = c.id and o.total > 500)',
  },
  {
    name: 'merge-join',
    before: ['set local enable_hashjoin = off', 'set local enable_nestloop = off'],
    sql: 'select count(*) from orders o join order_items i on i.order_id = o.id',
  },
  {
    name: 'merge-join-sorted',
    before: ['set local enable_hashjoin = off', 'set local enable_nestloop = off'],
    sql: 'select count(*) from customers a join customers b on a.city = b.city and a.credit < b.credit',
  },
  {
    name: 'memoize',
    before: ['set local enable_hashjoin = off', 'set local enable_mergejoin = off'],
    sql: 'select count(p.price) from order_items i join products p on p.id = i.product_id where i.order_id < 3000',
  },
  {
    name: 'memoize-evictions',
    before: [
      'set local enable_hashjoin = off',
      'set local enable_mergejoin = off',
      "set local work_mem = '64kB'",
      'set local hash_mem_multiplier = 1',
    ],
    sql: 'select count(c.name) from orders o left join customers c on c.id = o.customer_id where o.id < 15000',
  },
  {
    name: 'lateral-top-n',
    sql: 'select c.id, l.id from customers c cross join lateral (select id from orders o where o.customer_id = c.id order by total desc limit 2) l where c.id < 20',
  },
  {
    name: 'never-executed',
    sql: "select o.id, i.qty from orders o join order_items i on i.order_id = o.id where o.status = 'lost' and o.created_at < '2025-02-01'",
  },
  {
    name: 'three-way',
    sql: "select c.country, sum(i.qty * p.price) from customers c join orders o on o.customer_id = c.id join order_items i on i.order_id = o.id join products p on p.id = i.product_id where o.created_at > '2025-12-01' group by c.country order by 2 desc",
  },
  {
    name: 'bad-estimate',
    sql: "select count(*) from customers c join orders o on o.customer_id = c.id where c.city = 'City 9' and c.country = 'Country 1' and c.id % 40 = 9",
  },
  {
    name: 'disabled',
    before: [
      'set local enable_seqscan = off',
      'set local enable_indexscan = off',
      'set local enable_indexonlyscan = off',
      'set local enable_bitmapscan = off',
    ],
    sql: 'select count(*) from customers',
    options: 'ANALYZE, BUFFERS, SETTINGS',
  },
];
