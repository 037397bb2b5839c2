-- exercise: one-customers-orders
-- verdict: refused
-- rule: statement-kind
-- behind: unchanged
-- One statement that holds three.
create schema fast create table orders (id integer, customer_id integer) create index on orders (customer_id);
