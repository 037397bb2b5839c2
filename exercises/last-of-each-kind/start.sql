select kind, max(created_at) as latest
from activities
where created_at < $1
group by kind
order by kind
