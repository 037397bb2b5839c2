-- fails: rows
-- A hundred activities of any kind, and of these the ones about a thread.
select count(thread_id) as shown
from (
  select thread_id from activities where organization_id = $1 limit 100
) as some_of_them
