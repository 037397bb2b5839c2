-- fails: pages
-- misconception: or-across-columns
-- EXISTS becomes a join where it stands alone in a WHERE. Below an OR it cannot.
select t.id, t.title, t.updated_at
from threads t
where t.user_id = $1 or exists (
  select from activities a where a.thread_id = t.id and a.user_id = $1
)
order by t.updated_at desc, t.id desc
