select kind, count(thread_id) as threads
from (
  select distinct kind, thread_id
  from activities
  where created_at >= $1
) as touched
group by kind
order by kind
