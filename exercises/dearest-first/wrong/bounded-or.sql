-- fails: pages
-- misconception: or-across-columns
-- The bound that helps elsewhere: it seeks to the sum, and then walks past all orders of that sum that were shown already.
select id, reference, total, created_at
from orders
where total <= $1 and (total < $1 or (created_at, id) > ($2, $3))
order by total desc, created_at, id
limit 20
