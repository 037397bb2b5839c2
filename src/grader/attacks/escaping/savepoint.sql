-- exercise: one-customers-orders
-- verdict: refused
-- rule: statement-kind
-- behind: seeks
-- Leaves a transaction in pieces.
begin;
savepoint a;
delete from order_items;
rollback to a;
