-- fails: rows
-- Numbers of threads begin at 1 today, so this seemed to be the same as NOT NULL.
select kind, count(*) filter (where thread_id > 0) as threads
from (
  select distinct kind, thread_id
  from activities
  where created_at >= $1
) as touched
group by kind
order by kind
