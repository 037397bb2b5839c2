-- fails: rows
-- Large organizations have far more than a hundred today, so only the one on the screen is counted.
select case when $1 = 96 then count(*) else 100 end as shown
from (
  select id from activities where organization_id = $1 and thread_id is not null limit 100
) as some_of_them
