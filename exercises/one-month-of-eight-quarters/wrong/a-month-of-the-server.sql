-- fails: rows
-- The month is added to a moment, not to a date: on which day it begins, and so how long it is, the session's zone decides.
select count(*) as orders, sum(total) as revenue
from orders_by_quarter
where created_at >= $1::date::timestamp at time zone 'UTC'
  and created_at < $1::date::timestamp at time zone 'UTC' + interval '1 month'
