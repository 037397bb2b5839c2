-- fails: rows
-- misconception: not-in-null
-- Tidier, and the NULL is still in the list, once.
select a.id, a.name
from agents a
where a.id not in (
  select distinct t.agent_id from threads t where t.created_at >= $1
)
order by a.id
