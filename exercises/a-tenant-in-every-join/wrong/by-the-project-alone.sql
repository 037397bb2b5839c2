-- fails: rows
-- The tenant moves from the threads to the activities. A project has one tenant today; what another has in it would be shown.
select t.id, t.title, count(a.id) as activities, max(a.created_at) as latest
from threads t
left join activities a on a.thread_id = t.id and a.organization_id = $1
where t.project_id = $2
group by t.id
order by max(a.created_at) desc nulls last, t.id
