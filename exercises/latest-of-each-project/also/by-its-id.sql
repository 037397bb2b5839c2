select t.project_id, t.id, t.title, t.updated_at
from projects p
join threads t on t.id = (
  select l.id from threads l where l.project_id = p.id order by l.updated_at desc, l.id desc limit 1
)
where p.organization_id = $1 and p.status = 'active'
order by t.project_id
