-- fails: pages
-- misconception: offset-reads-skipped
-- The counting is quicker this way. The skipping is what it was.
select id, created_at, total
from orders
order by created_at desc, id desc
limit 20
offset (select count(*) from orders where (created_at, id) >= ($1, $2))
