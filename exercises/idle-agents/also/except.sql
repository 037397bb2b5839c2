select a.id, a.name
from agents a
join (
  select id from agents
  except
  select agent_id from threads where created_at >= $1
) idle on idle.id = a.id
order by a.id
