-- fails: seeks, pages
-- First the activities of each thread, then the threads of the project: those of all tenants are grouped.
select t.id, t.title, coalesce(a.activities, 0) as activities, a.latest
from threads t
left join (
  select thread_id, count(*) as activities, max(created_at) as latest
  from activities
  group by thread_id
) a on a.thread_id = t.id
where t.organization_id = $1 and t.project_id = $2
order by a.latest desc nulls last, t.id
