-- fails: rows
-- count(distinct x) does not count NULL. The row of DISTINCT in which it is NULL is a row like any other.
select kind, count(*) as threads
from (
  select distinct kind, thread_id
  from activities
  where created_at >= $1
) as touched
group by kind
order by kind
