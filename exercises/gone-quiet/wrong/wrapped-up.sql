-- fails: pages
-- A WHERE at last, and outside of the grouping: what it compares is an aggregate all the same.
select project_id, threads, last_change
from (
  select t.project_id, count(*) as threads, max(t.updated_at) as last_change,
    min(p.organization_id) as organization_id, bool_or(p.status = 'active') as active
  from threads t
  join projects p on p.id = t.project_id
  group by t.project_id
) as projects_of_all
where organization_id = $1 and active and last_change < $2
order by project_id
