select kind, count(thread_id) as threads
from (
  select kind, thread_id
  from activities
  where created_at >= $1
  group by kind, thread_id
) as touched
group by kind
order by kind
