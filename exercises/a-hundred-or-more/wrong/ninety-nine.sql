-- fails: rows
-- With 99 rows at most it cannot tell 99 from more than 99.
select count(*) as shown
from (
  select id from activities where organization_id = $1 and thread_id is not null limit 99
) as some_of_them
