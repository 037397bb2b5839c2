-- fails: rows
-- The end of the day written out, to the millisecond. PostgreSQL counts microseconds.
select id, created_at, status, total
from orders_by_quarter
where id = $1
  and created_at >= to_date($2, 'YYYYMMDD')::timestamp at time zone 'UTC'
  and created_at <= (to_date($2, 'YYYYMMDD') + interval '23:59:59.999') at time zone 'UTC'
