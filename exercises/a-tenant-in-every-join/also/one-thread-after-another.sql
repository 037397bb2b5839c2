-- The activities of each thread, by a subquery that names the tenant.
select t.id, t.title, a.activities, a.latest
from threads t
cross join lateral (
  select count(*) as activities, max(created_at) as latest
  from activities
  where organization_id = t.organization_id and thread_id = t.id
) a
where t.organization_id = $1 and t.project_id = $2
order by a.latest desc nulls last, t.id
