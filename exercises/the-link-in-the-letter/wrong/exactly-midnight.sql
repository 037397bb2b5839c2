-- fails: rows
select id, created_at, status, total
from orders_by_quarter
where id = $1 and created_at = to_date($2, 'YYYYMMDD')::timestamp at time zone 'UTC'
