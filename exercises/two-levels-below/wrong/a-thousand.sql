-- fails: rows
-- More than a thousand answers would be too many for a page. That is not what was asked.
with recursive below as (
  select id, body, 1 as depth
  from answers
  where parent_id = $1 and $2 > 0
  union all
  select a.id, a.body, b.depth + 1
  from below b
  join answers a on a.parent_id = b.id
  where b.depth < $2
)
select id, depth, body
from below
order by depth, id
limit 1000
