-- exercise: one-customers-orders
-- verdict: refused
-- rule: statement-kind
-- behind: unchanged
-- An index that claims to be tiny is chosen where another would be.
create index by_customer on orders (customer_id, created_at);
update pg_class set reltuples = 10, relpages = 1 where relname = 'by_customer';
