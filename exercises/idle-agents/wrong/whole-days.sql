-- fails: rows
-- Days are compared instead of moments: an agent that was busy in the morning is not idle at noon, by this.
select a.id, a.name
from agents a
where not exists (
  select from threads t where t.agent_id = a.id and t.created_at::date >= $1::date
)
order by a.id
