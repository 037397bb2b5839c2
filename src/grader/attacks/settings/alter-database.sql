-- exercise: one-customers-orders
-- verdict: refused
-- rule: statement-kind
-- behind: unchanged
-- The database gives the setting to whoever connects.
alter database postgres set random_page_cost = 0;
