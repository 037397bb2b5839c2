-- fails: rows
-- misconception: not-in-null
-- Another spelling of NOT IN, with the same three-valued logic.
select a.id, a.name
from agents a
where a.id <> all (select t.agent_id from threads t where t.created_at >= $1)
order by a.id
