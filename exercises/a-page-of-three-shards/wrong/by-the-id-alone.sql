-- fails: rows, pages
-- The greatest ids are the newest as long as nothing is brought in later. And the index is by the time.
select id, organization_id, created_at
from (
  (select id, organization_id, created_at from shard_0 where kind = $1
    order by id desc limit 20 * ($2 + 1))
  union
  (select id, organization_id, created_at from shard_1 where kind = $1
    order by id desc limit 20 * ($2 + 1))
  union
  (select id, organization_id, created_at from shard_2 where kind = $1
    order by id desc limit 20 * ($2 + 1))
) as rows
order by created_at desc, id desc
limit 20 offset 20 * $2
