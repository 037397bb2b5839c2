-- exercise: one-customers-orders
-- verdict: refused
-- rule: write
-- behind: unchanged
-- A SELECT that deletes.
with gone as (delete from order_items where order_id > 1000 returning id) select count(*) from gone;
