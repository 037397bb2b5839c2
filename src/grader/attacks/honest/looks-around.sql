-- exercise: one-customers-orders
-- EXPLAIN before and after, the catalog, the statistics, the size, the clock.
explain (analyze, buffers) select id, total from orders where customer_id = 42 order by id;
select attname, n_distinct, correlation from pg_stats where tablename = 'orders';
create index orders_customer on orders (customer_id);
explain analyze select id, total from orders where customer_id = 42 order by id;
select pg_size_pretty(pg_relation_size('orders_customer')), now(), current_setting('work_mem');
select indexrelid::regclass, indisvalid from pg_index where indrelid = 'orders'::regclass;
with big as (select customer_id, count(*) as n from orders group by 1 order by 2 desc limit 3) select * from big;
table categories limit 1;
values (1), (2);
