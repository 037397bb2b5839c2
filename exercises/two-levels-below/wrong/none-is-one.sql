-- fails: rows
-- The first level is there before anyone asks how many there should be.
with recursive below as (
  select id, body, 1 as depth
  from answers
  where parent_id = $1
  union all
  select a.id, a.body, b.depth + 1
  from below b
  join answers a on a.parent_id = b.id
  where b.depth < $2
)
select id, depth, body
from below
order by depth, id
