-- NOT IN is right as soon as no NULL can reach it.
select a.id, a.name
from agents a
where a.id not in (
  select t.agent_id from threads t where t.created_at >= $1 and t.agent_id is not null
)
order by a.id
