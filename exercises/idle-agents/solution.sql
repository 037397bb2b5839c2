select a.id, a.name
from agents a
where not exists (
  select from threads t where t.agent_id = a.id and t.created_at >= $1
)
order by a.id
