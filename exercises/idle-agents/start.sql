select a.id, a.name
from agents a
where a.id not in (
  select t.agent_id from threads t where t.created_at >= $1
)
order by a.id
