-- fails: rows
-- No row of the page is older than the last that the first shard would send. But if it has too few, there is no such row.
select id, organization_id, created_at
from (
  select id, organization_id, created_at from shard_0 where kind = $1 and created_at >= (
    select created_at from shard_0 where kind = $1 order by created_at desc offset 20 * $2 + 19 limit 1
  )
  union
  select id, organization_id, created_at from shard_1 where kind = $1 and created_at >= (
    select created_at from shard_0 where kind = $1 order by created_at desc offset 20 * $2 + 19 limit 1
  )
  union
  select id, organization_id, created_at from shard_2 where kind = $1 and created_at >= (
    select created_at from shard_0 where kind = $1 order by created_at desc offset 20 * $2 + 19 limit 1
  )
) as rows
order by created_at desc, id desc
limit 20 offset 20 * $2
