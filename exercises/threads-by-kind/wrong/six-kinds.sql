-- fails: rows
-- Six kinds, six numbers; so it stops at six. There will be a seventh.
select kind, count(thread_id) as threads
from (
  select distinct kind, thread_id
  from activities
  where created_at >= $1
) as touched
group by kind
order by kind
limit 6
