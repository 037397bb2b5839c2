-- fails: rows
-- No NULL any more, since a name is never empty. Nothing says that no two agents have the same.
select a.id, a.name
from agents a
where a.name not in (
  select b.name from agents b join threads t on t.agent_id = b.id where t.created_at >= $1
)
order by a.id
