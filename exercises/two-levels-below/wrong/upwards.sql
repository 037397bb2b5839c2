-- fails: rows
-- The join the wrong way round: from an answer to what it answers.
with recursive above as (
  select parent_id as id, body, 1 as depth
  from answers
  where id = $1
  union all
  select a.parent_id, a.body, b.depth + 1
  from above b
  join answers a on a.id = b.id
  where b.depth < $2
)
select id, depth, body
from above
order by depth, id
