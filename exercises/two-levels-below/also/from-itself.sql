-- Begun with the answer itself, which is left out at the end.
with recursive below as (
  select id, body, 0 as depth
  from answers
  where id = $1
  union all
  select a.id, a.body, b.depth + 1
  from below b
  join answers a on a.parent_id = b.id
  where b.depth + 1 <= $2
)
select id, depth, body
from below
where depth > 0
order by depth, id
