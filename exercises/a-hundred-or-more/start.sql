select least(count(*), 100) as shown
from activities
where organization_id = $1 and thread_id is not null
