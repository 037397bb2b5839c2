-- fails: rows
-- All that a user touches is her company's, so far. Who changes to another company still has what she did.
select t.id, t.title, t.updated_at
from threads t
where t.id in (
  select o.id from threads o where o.user_id = $1
  union
  select a.thread_id from activities a where a.user_id = $1
) and t.organization_id = (select u.organization_id from users u where u.id = $1)
order by t.updated_at desc, t.id desc
