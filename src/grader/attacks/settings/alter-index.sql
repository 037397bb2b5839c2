-- exercise: one-customers-orders
-- verdict: refused
-- rule: statement-kind
-- behind: unchanged
-- Options of an index that was there before.
alter index orders_pkey set (fillfactor = 50);
