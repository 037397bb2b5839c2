with recursive below as (
  select id as top, id, body, 0 as depth
  from answers
  union all
  select b.top, a.id, a.body, b.depth + 1
  from below b
  join answers a on a.parent_id = b.id
)
select id, depth, body
from below
where top = $1 and depth between 1 and $2
order by depth, id
