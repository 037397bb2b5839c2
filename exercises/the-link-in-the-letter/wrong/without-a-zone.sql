-- fails: rows
-- A date has no time zone, so the session's is taken. In Berlin another day begins an hour or two earlier.
select id, created_at, status, total
from orders_by_quarter
where id = $1 and created_at >= to_date($2, 'YYYYMMDD') and created_at < to_date($2, 'YYYYMMDD') + 1
