-- fails: rows
-- No thread is deeper than six today, so the walk never goes further.
with recursive below as (
  select id, body, 1 as depth
  from answers
  where parent_id = $1 and $2 > 0
  union all
  select a.id, a.body, b.depth + 1
  from below b
  join answers a on a.parent_id = b.id
  where b.depth < least($2, 6)
)
select id, depth, body
from below
order by depth, id
