-- fails: pages
-- One tenant's activities, grouped before they are joined: of the largest tenant that is nearly every page of the table.
select t.id, t.title, coalesce(a.activities, 0) as activities, a.latest
from threads t
left join (
  select thread_id, count(*) as activities, max(created_at) as latest
  from activities
  where organization_id = $1
  group by thread_id
) a on a.thread_id = t.id
where t.organization_id = $1 and t.project_id = $2
order by a.latest desc nulls last, t.id
