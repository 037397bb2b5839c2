-- exercise: one-customers-orders
-- verdict: refused
-- rule: statement-kind
-- behind: unchanged
-- A column that takes no room and is computed as it is read.
alter table orders add column customer integer generated always as (customer_id) virtual;
