select distinct t.id, t.title, t.updated_at
from threads t
left join activities a on a.thread_id = t.id
where t.user_id = $1 or a.user_id = $1
order by t.updated_at desc, t.id desc
