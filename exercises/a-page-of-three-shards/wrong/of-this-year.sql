-- fails: rows
-- The newest are surely of this year. A kind that has gone out of use has none.
select id, organization_id, created_at
from (
  (select id, organization_id, created_at from shard_0 where kind = $1 and created_at >= '2025-01-01 00:00+00'
    order by created_at desc, id desc limit 20 * ($2 + 1))
  union
  (select id, organization_id, created_at from shard_1 where kind = $1 and created_at >= '2025-01-01 00:00+00'
    order by created_at desc, id desc limit 20 * ($2 + 1))
  union
  (select id, organization_id, created_at from shard_2 where kind = $1 and created_at >= '2025-01-01 00:00+00'
    order by created_at desc, id desc limit 20 * ($2 + 1))
) as rows
order by created_at desc, id desc
limit 20 offset 20 * $2
