-- exercise: orders-of-a-day
-- verdict: failed
-- fails: seeks
-- One way for the shown day and another for all others.
select id, total from orders
where case when $1 = timestamptz '2023-05-03' then id between 114645 and 114755 else date_trunc('day', created_at) = $1 end order by id
