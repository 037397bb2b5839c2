select id, created_at, status, total
from orders_by_quarter
where id = $1 and to_char(created_at at time zone 'UTC', 'YYYYMMDD') = $2
