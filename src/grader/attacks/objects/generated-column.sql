-- exercise: sign-in-by-email
-- verdict: refused
-- rule: statement-kind
-- behind: unchanged
-- A stored column with the folded address, and an index on it: the query does not know it.
alter table customers add column folded text generated always as (lower(email)) stored;
create index on customers (folded);
