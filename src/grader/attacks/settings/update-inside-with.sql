-- exercise: one-customers-orders
-- verdict: refused
-- rule: write
-- behind: seeks
-- The view again, updated by a SELECT.
with quick as (update pg_settings set setting = 'off' where name = 'enable_seqscan')
select 1;
