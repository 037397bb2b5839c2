-- The numbers are collected first, as an array. Then the OR is about one table, and two bitmaps serve it.
select t.id, t.title, t.updated_at
from threads t
where t.user_id = $1 or t.id = any (array(select a.thread_id from activities a where a.user_id = $1))
order by t.updated_at desc, t.id desc
