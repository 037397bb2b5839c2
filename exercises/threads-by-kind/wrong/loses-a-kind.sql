-- fails: rows
-- NULL kept out early, and with it the kind that never has a thread: it should be listed with 0.
select kind, count(*) as threads
from (
  select distinct kind, thread_id
  from activities
  where created_at >= $1 and thread_id is not null
) as touched
group by kind
order by kind
