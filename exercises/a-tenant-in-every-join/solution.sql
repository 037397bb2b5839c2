select t.id, t.title, count(a.id) as activities, max(a.created_at) as latest
from threads t
left join activities a on a.thread_id = t.id and a.organization_id = t.organization_id
where t.organization_id = $1 and t.project_id = $2
group by t.id
order by max(a.created_at) desc nulls last, t.id
