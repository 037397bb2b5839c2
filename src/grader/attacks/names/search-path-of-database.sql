-- exercise: one-customers-orders
-- verdict: refused
-- rule: statement-kind
-- behind: unchanged
-- The same for every session to come.
create schema fast;
alter database postgres set search_path = fast, public;
