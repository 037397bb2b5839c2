-- exercise: one-customers-orders
-- verdict: refused
-- rule: statement-kind
-- behind: pages
-- A carriage return ends a comment for PostgreSQL, and perhaps for nobody else.
create index on orders (created_at, customer_id); -- a commentset enable_seqscan = off;
