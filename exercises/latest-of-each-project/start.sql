select t.project_id, t.id, t.title, t.updated_at
from (
  select
    project_id, id, title, updated_at,
    row_number() over (partition by project_id order by updated_at desc, id desc) as place
  from threads
) as t
join projects p on p.id = t.project_id
where t.place = 1 and p.organization_id = $1 and p.status = 'active'
order by t.project_id
