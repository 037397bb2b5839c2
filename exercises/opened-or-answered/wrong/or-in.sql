-- fails: pages
-- misconception: or-across-columns
-- No join any more, and still one OR over two tables: every thread is asked.
select t.id, t.title, t.updated_at
from threads t
where t.user_id = $1 or t.id in (select a.thread_id from activities a where a.user_id = $1)
order by t.updated_at desc, t.id desc
