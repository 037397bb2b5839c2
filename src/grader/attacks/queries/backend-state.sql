-- exercise: orders-of-a-day
-- verdict: refused
-- rule: function
-- A function that knows which session it runs in.
select id, total from orders where pg_backend_pid() > 0 and created_at >= $1::date and created_at < $1::date + 1 order by id;
