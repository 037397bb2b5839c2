select count(*) as shown
from (
  select id
  from activities
  where organization_id = $1 and thread_id is not null
  limit 100
) as some_of_them
