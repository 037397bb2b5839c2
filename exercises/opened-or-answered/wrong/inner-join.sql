-- fails: rows, pages
-- The outer join is suspected. Without it a thread is lost that nobody has touched, and the OR is where it was.
select distinct t.id, t.title, t.updated_at
from threads t
join activities a on a.thread_id = t.id
where t.user_id = $1 or a.user_id = $1
order by t.updated_at desc, t.id desc
