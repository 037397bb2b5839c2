-- The first condition is redundant, and the one that the index can seek by.
select id, created_at, total
from orders
where created_at <= $1 and (created_at < $1 or id < $2)
order by created_at desc, id desc
limit 20
