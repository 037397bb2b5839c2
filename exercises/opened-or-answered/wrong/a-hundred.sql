-- fails: rows
-- Nobody has more than a hundred yet.
select t.id, t.title, t.updated_at
from threads t
where t.id in (
  select o.id from threads o where o.user_id = $1
  union
  select a.thread_id from activities a where a.user_id = $1
)
order by t.updated_at desc, t.id desc
limit 100
