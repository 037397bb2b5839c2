select kind, count(distinct thread_id) as threads
from activities
where created_at >= $1
group by kind
order by kind
