-- exercise: one-customers-orders
-- verdict: refused
-- rule: statement-kind
-- behind: unchanged
-- The same rows, in partitions by customer: pruning does what an index would.
alter table orders rename to orders_all;
create table orders (like orders_all) partition by hash (customer_id);
create table orders_0 partition of orders for values with (modulus 2, remainder 0);
create table orders_1 partition of orders for values with (modulus 2, remainder 1);
insert into orders select * from orders_all;
