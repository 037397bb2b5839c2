-- fails: rows
-- Most activities are about a thread, so five hundred of any kind hold a hundred of those. Where they are rare they do not.
select least(count(thread_id), 100) as shown
from (
  select thread_id from activities where organization_id = $1 limit 500
) as some_of_them
