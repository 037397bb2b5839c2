-- fails: pages
-- Those who never had a thread, and those whose last one is old: two questions where one would do, and threads is read for each.
select a.id, a.name
from agents a
where not exists (select from threads t where t.agent_id = a.id)
union
select a.id, a.name
from agents a
join threads t on t.agent_id = a.id
group by a.id, a.name
having max(t.created_at) < $1
order by id
