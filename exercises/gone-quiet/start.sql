select t.project_id, count(*) as threads, max(t.updated_at) as last_change
from threads t
join projects p on p.id = t.project_id
group by t.project_id
having min(p.organization_id) = $1
  and bool_or(p.status = 'active')
  and max(t.updated_at) < $2
order by t.project_id
