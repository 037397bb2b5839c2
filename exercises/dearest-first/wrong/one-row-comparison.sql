-- fails: rows
-- One comparison of rows for a sort that goes down and then up: it takes the time in the wrong direction.
select id, reference, total, created_at
from orders
where (total, created_at, id) < ($1, $2, $3)
order by total desc, created_at, id
limit 20
