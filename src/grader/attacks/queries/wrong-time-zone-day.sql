-- exercise: orders-of-a-day
-- verdict: failed
-- fails: rows
-- Right on nearly every day of the data.
select id, total from orders where created_at > $1 and created_at < $1 + interval '1 day' order by id
