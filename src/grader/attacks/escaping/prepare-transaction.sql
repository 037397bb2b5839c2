-- exercise: one-customers-orders
-- verdict: refused
-- rule: statement-kind
-- behind: sql-error
-- A transaction that outlives its session.
begin;
create index on orders (customer_id);
prepare transaction 'kept';
