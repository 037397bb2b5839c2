-- fails: pages
-- The walk goes one level too far, and what it found there is thrown away outside. The rows are right; they were all fetched.
with recursive below as (
  select id, body, 1 as depth
  from answers
  where parent_id = $1 and $2 > 0
  union all
  select a.id, a.body, b.depth + 1
  from below b
  join answers a on a.parent_id = b.id
  where b.depth <= $2
)
select id, depth, body
from below
where depth <= $2
order by depth, id
