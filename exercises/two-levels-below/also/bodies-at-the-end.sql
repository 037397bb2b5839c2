-- The walk carries ids only. It is done before the join asks for the first body, one at a time.
with recursive below as (
  select id, 1 as depth
  from answers
  where parent_id = $1 and $2 > 0
  union all
  select a.id, b.depth + 1
  from below b
  join answers a on a.parent_id = b.id
  where b.depth < $2
)
select b.id, b.depth, (select a.body from answers a where a.id = b.id) as body
from below b
order by b.depth, b.id
