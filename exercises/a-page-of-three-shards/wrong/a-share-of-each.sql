-- fails: rows
-- Twenty from three shards are seven from each. The newest twenty may all lie on one.
select id, organization_id, created_at
from (
  (select id, organization_id, created_at from shard_0 where kind = $1
    order by created_at desc, id desc limit 7 * ($2 + 1))
  union
  (select id, organization_id, created_at from shard_1 where kind = $1
    order by created_at desc, id desc limit 7 * ($2 + 1))
  union
  (select id, organization_id, created_at from shard_2 where kind = $1
    order by created_at desc, id desc limit 7 * ($2 + 1))
) as rows
order by created_at desc, id desc
limit 20 offset 20 * $2
