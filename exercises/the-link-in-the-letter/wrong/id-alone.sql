-- fails: one, pages, rows
-- misconception: partition-key-missing
select id, created_at, status, total
from orders_by_quarter
where id = $1
