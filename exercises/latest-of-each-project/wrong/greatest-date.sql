-- fails: rows
-- Two threads that were changed at the same moment are both the latest.
select t.project_id, t.id, t.title, t.updated_at
from projects p
join threads t on t.project_id = p.id
where p.organization_id = $1 and p.status = 'active'
  and t.updated_at = (select max(l.updated_at) from threads l where l.project_id = p.id)
order by t.project_id
