-- fails: rows
-- Each shard skips what it has of the pages before. Together they skip three times as many.
select id, organization_id, created_at
from (
  (select id, organization_id, created_at from shard_0 where kind = $1
    order by created_at desc, id desc limit 20 offset 20 * $2)
  union
  (select id, organization_id, created_at from shard_1 where kind = $1
    order by created_at desc, id desc limit 20 offset 20 * $2)
  union
  (select id, organization_id, created_at from shard_2 where kind = $1
    order by created_at desc, id desc limit 20 offset 20 * $2)
) as rows
order by created_at desc, id desc
limit 20
