-- exercise: one-customers-orders
-- verdict: refused
-- rule: statement-kind
-- behind: unchanged
-- Rows from somewhere else.
create foreign data wrapper elsewhere;
create server far foreign data wrapper elsewhere;
create foreign table orders_far (id integer) server far;
