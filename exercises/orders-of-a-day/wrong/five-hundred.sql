-- fails: rows
-- No day has had five hundred orders so far.
select id, total
from orders
where created_at >= $1 and created_at < $1 + interval '1 day'
order by id
limit 500
