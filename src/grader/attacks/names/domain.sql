-- exercise: one-customers-orders
-- verdict: refused
-- rule: statement-kind
-- behind: unchanged
-- A domain in place of the column’s type.
create domain customer as integer;
alter table orders alter column customer_id type customer;
