-- fails: rows
-- The sum alone as the place to go on from: thousands of orders have the same one, and are skipped.
select id, reference, total, created_at
from orders
where total < $1
order by total desc, created_at, id
limit 20
