-- fails: rows
-- An OR between a table and what is joined to it, taken for an AND of two joins: those who opened and answered.
select distinct t.id, t.title, t.updated_at
from threads t
join activities a on a.thread_id = t.id
where t.user_id = $1 and a.user_id = $1
order by t.updated_at desc, t.id desc
