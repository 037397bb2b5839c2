-- exercise: one-customers-orders
-- verdict: refused
-- rule: statement-kind
-- behind: seeks
-- The setting lives as long as the transaction, so leave it open and be graded inside of it.
begin;
set local enable_seqscan = off;
set local enable_bitmapscan = off;
create index on orders (created_at, customer_id);
