select a.id, a.name
from agents a
left join threads t on t.agent_id = a.id and t.created_at >= $1
where t.id is null
order by a.id
