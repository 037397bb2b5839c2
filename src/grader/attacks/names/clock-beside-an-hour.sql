-- exercise: orders-of-a-day
-- verdict: refused
-- rule: clock
-- A word for the clock may have an hour beside it, and be put together from two.
select id, total from orders where created_at >= $1 and created_at < $1 + interval '1 day'
  and created_at < ('to' || 'day 00:00')::timestamptz order by id
