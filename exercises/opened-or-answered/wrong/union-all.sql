-- fails: rows
-- "UNION sorts, UNION ALL is quicker." A thread that was opened and answered by the same user comes twice.
select t.id, t.title, t.updated_at
from threads t
where t.user_id = $1
union all
select t.id, t.title, t.updated_at
from activities a
join threads t on t.id = a.thread_id
where a.user_id = $1
order by updated_at desc, id desc
