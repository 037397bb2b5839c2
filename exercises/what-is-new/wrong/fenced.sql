-- fails: pages
-- The feed as a step of its own, tidier to read: the step is worked off completely before the list is cut.
with feed as materialized (
  select 'user' as what, id, name, created_at from users where created_at < $1
  union all
  select 'project', id, name, created_at from projects where created_at < $1
)
select what, id, name, created_at
from feed
order by created_at desc, what, id
limit 20
