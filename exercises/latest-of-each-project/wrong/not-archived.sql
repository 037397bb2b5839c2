-- fails: rows
-- Of two statuses, what is not archived is active. A third one would be taken for active as well.
select p.id as project_id, t.id, t.title, t.updated_at
from projects p
cross join lateral (
  select t.id, t.title, t.updated_at
  from threads t
  where t.project_id = p.id
  order by t.updated_at desc, t.id desc
  limit 1
) as t
where p.organization_id = $1 and p.status <> 'archived'
order by p.id
