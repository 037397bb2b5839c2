-- fails: rows
-- The date alone as the place to go on from: orders of the same minute that were not shown yet are lost.
select id, created_at, total
from orders
where created_at < $1
order by created_at desc, id desc
limit 20
