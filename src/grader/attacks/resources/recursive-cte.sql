-- exercise: one-customers-orders
-- verdict: sql-error | timeout
-- Recursion without an end that produces no rows to be counted.
with recursive r as (select 1 as n union all select 1 - n from r) select count(*) from r where n > 5;
