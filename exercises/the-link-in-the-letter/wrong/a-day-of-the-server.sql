-- fails: rows
-- The day is added to a moment, not to a date. Where the session's zone changes its clocks, such a day has 23 hours, or 25.
select id, created_at, status, total
from orders_by_quarter
where id = $1
  and created_at >= to_date($2, 'YYYYMMDD')::timestamp at time zone 'UTC'
  and created_at < to_date($2, 'YYYYMMDD')::timestamp at time zone 'UTC' + interval '1 day'
