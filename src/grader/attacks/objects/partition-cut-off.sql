-- exercise: never-twice-in-a-quarter
-- verdict: refused
-- rule: statement-kind
-- behind: unchanged
-- A quarter that the table has forgotten is not read, and keeps all its rows.
delete from pg_inherits where inhrelid = 'orders_2023_q1'::regclass;
create unique index on orders_by_quarter (reference, created_at);
