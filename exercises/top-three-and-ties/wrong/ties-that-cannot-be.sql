-- fails: rows, pages
-- WITH TIES looks at the whole ORDER BY, and with the id in it no two rows tie.
select id, created_at, total
from orders
where customer_id = $1
order by total desc, id
fetch first 3 rows with ties
