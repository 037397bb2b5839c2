-- fails: pages
-- The walk begins where it should. How far it goes is said outside, where nobody hears it: all that lies below is fetched.
with recursive below as (
  select id, body, 1 as depth
  from answers
  where parent_id = $1 and $2 > 0
  union all
  select a.id, a.body, b.depth + 1
  from below b
  join answers a on a.parent_id = b.id
)
select id, depth, body
from below
where depth <= $2
order by depth, id
