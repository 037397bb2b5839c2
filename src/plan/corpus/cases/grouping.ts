import type { Case } from '../case.ts';

const spill = ["set local work_mem = '64kB'", 'set local hash_mem_multiplier = 1'];

export const grouping: readonly Case[] = [
  { name: 'sort-quicksort', sql: 'select * from products order by price, id' },
  { name: 'sort-top-n', sql: 'select id, total from orders order by total desc limit 10' },
  { name: 'sort-external', before: spill, sql: 'select id, total, note from orders order by total, id' },
  { name: 'incremental-sort', sql: 'select * from orders order by created_at, total limit 100' },
  {
    name: 'incremental-sort-groups',
    before: ['set local enable_sort = off', 'set local enable_seqscan = off'],
    sql: 'select customer_id, total from orders order by customer_id, total',
  },
  { name: 'aggregate-plain', sql: 'select count(*), sum(total) from orders' },
  { name: 'hash-aggregate', sql: 'select status, count(*) from orders group by status' },
  {
    name: 'hash-aggregate-having',
    sql: 'select customer_id % 500 as cohort, count(*) from orders group by 1 having count(*) > 40',
  },
  {
    name: 'hash-aggregate-spill',
    before: spill,
    sql: 'select total, id % 9973, count(*) from orders group by 1, 2',
  },
  {
    name: 'group-aggregate',
    before: ['set local enable_hashagg = off'],
    sql: 'select city, count(*) from customers group by city',
  },
  {
    name: 'group',
    before: ['set local enable_hashagg = off'],
    sql: "select city from customers group by city having city > 'City 2'",
  },
  {
    name: 'mixed-aggregate',
    sql: 'select country, city, count(*) from customers group by cube (country, city)',
  },
  {
    name: 'grouping-sets-sorted',
    before: ['set local enable_hashagg = off'],
    sql: 'select country, city, count(*) from customers group by grouping sets ((country, city), (country), (city), ())',
  },
  {
    name: 'window',
    sql: 'select id, row_number() over (partition by customer_id order by total) from orders where customer_id < 50',
  },
  {
    name: 'window-run-condition',
    sql: 'select * from (select id, row_number() over (order by total desc) as place from products, lateral (select price as total) t) s where place <= 3',
  },
  {
    name: 'window-frame',
    sql: 'select id, sum(total) over w, avg(total) over w from orders where id < 500 window w as (order by created_at rows between 6 preceding and current row)',
  },
  { name: 'unique', before: ['set local enable_hashagg = off'], sql: 'select distinct city from customers' },
  {
    name: 'distinct-on',
    sql: 'select distinct on (customer_id) customer_id, total from orders order by customer_id, total desc',
  },
  {
    name: 'set-op-except',
    sql: 'select id from products except select product_id from order_items where qty = 5',
  },
  {
    name: 'set-op-intersect-all',
    before: ['set local enable_hashagg = off'],
    sql: 'select city from customers intersect all select city from customers where id < 100',
  },
  { name: 'limit', sql: 'select * from orders limit 3 offset 100' },
  { name: 'limit-stops-filter', sql: "select * from orders where status = 'open' limit 4" },
  { name: 'union-all', sql: 'select id from products union all select id from categories' },
  { name: 'union', sql: 'select city from customers union select name from products' },
  { name: 'lock-rows', sql: 'select * from orders where id < 5 for update' },
];
