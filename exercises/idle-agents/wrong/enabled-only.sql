-- fails: rows
-- "Idle" is taken for "switched off", which is another question.
select a.id, a.name
from agents a
where not a.enabled
order by a.id
