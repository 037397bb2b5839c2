-- fails: pages
-- misconception: or-across-columns
-- The condition written out as one would say it. Right, but the index cannot seek by it: it walks and filters.
select id, created_at, total
from orders
where created_at < $1 or (created_at = $1 and id < $2)
order by created_at desc, id desc
limit 20
