-- fails: rows
-- An outer join whose right side is then filtered: the agents without a thread do not survive the date condition.
select a.id, a.name
from agents a
left join threads t on t.agent_id = a.id
where t.created_at >= $1 and t.id is null
order by a.id
