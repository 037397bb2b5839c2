-- fails: pages
-- The one row of the count is limited to a hundred rows.
select least(count(*), 100) as shown
from activities
where organization_id = $1 and thread_id is not null
limit 100
