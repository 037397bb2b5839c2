-- The index is on the right columns. Why does no plan read it?
select indexname, indexdef from pg_indexes where tablename = 'orders' order by indexname;
explain select id, created_at, total from orders where customer_id = 42 order by created_at desc limit 20;
