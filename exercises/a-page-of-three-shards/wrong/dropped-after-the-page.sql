-- fails: rows
-- The page is cut first and the copies dropped then: it is too short, and the next one begins too early.
select distinct id, organization_id, created_at
from (
  select id, organization_id, created_at
  from (
    (select id, organization_id, created_at from shard_0 where kind = $1
      order by created_at desc, id desc limit 20 * ($2 + 1))
    union all
    (select id, organization_id, created_at from shard_1 where kind = $1
      order by created_at desc, id desc limit 20 * ($2 + 1))
    union all
    (select id, organization_id, created_at from shard_2 where kind = $1
      order by created_at desc, id desc limit 20 * ($2 + 1))
  ) as rows
  order by created_at desc, id desc
  limit 20 offset 20 * $2
) as page
order by created_at desc, id desc
