-- The projects first, and for each its figures.
select p.id as project_id, s.threads, s.last_change
from projects p
cross join lateral (
  select count(*) as threads, max(t.updated_at) as last_change
  from threads t
  where t.project_id = p.id
) as s
where p.organization_id = $1 and p.status = 'active' and s.last_change < $2
order by p.id
