-- exercise: orders-of-a-day
-- verdict: failed
-- fails: rows
-- The right rows for the shown day, by their ids.
select id, total from orders where id in (select generate_series(114645, 114755)) and created_at >= '2023-05-03' and created_at < '2023-05-04' order by id
