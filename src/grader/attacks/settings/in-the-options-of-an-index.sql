-- exercise: one-customers-orders
-- verdict: refused
-- rule: option
-- behind: sql-error
-- An index has options, so why not these.
create index on orders (customer_id) with (enable_seqscan = off, fillfactor = 90);
