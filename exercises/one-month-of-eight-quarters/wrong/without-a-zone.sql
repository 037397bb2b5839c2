-- fails: rows
-- A date has no time zone, so the session's is taken. Right in London in winter.
select count(*) as orders, sum(total) as revenue
from orders_by_quarter
where created_at >= $1::date
  and created_at < $1::date + interval '1 month'
