-- fails: one, pages
-- misconception: partition-key-in-function
select id, created_at, status, total
from orders_by_quarter
where id = $1 and (created_at at time zone 'UTC')::date = to_date($2, 'YYYYMMDD')
