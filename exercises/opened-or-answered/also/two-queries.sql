-- Two joins, each with its own condition; UNION takes out what both of them find.
select t.id, t.title, t.updated_at
from threads t
where t.user_id = $1
union
select t.id, t.title, t.updated_at
from activities a
join threads t on t.id = a.thread_id
where a.user_id = $1
order by updated_at desc, id desc
