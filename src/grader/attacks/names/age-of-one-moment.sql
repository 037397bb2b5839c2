-- exercise: orders-of-a-day
-- verdict: refused
-- rule: clock
-- age() of one moment counts from today, and is another one tomorrow.
select id, total from orders where created_at >= $1 and created_at < $1 + interval '1 day'
  and age(created_at) > interval '1 month' order by id
