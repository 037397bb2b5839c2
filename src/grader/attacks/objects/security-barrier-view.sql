-- exercise: one-customers-orders
-- verdict: refused
-- rule: statement-kind
-- behind: unchanged
-- A view in place of the table, and a barrier in front of its condition.
alter table orders rename to orders_kept;
create view orders with (security_barrier) as select * from orders_kept where customer_id < 1000;
