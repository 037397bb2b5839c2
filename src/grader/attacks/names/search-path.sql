-- exercise: one-customers-orders
-- verdict: refused
-- rule: statement-kind
-- behind: unchanged
-- Another schema in front, with a table of the same name in it.
create schema fast;
create table fast.orders as select * from public.orders where customer_id = 42;
set search_path = fast, public;
