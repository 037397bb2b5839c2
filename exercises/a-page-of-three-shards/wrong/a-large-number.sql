-- fails: pages
-- A number that is large enough for any page that somebody will turn to, and far too large for the first.
select id, organization_id, created_at
from (
  (select id, organization_id, created_at from shard_0 where kind = $1
    order by created_at desc, id desc limit 2000)
  union
  (select id, organization_id, created_at from shard_1 where kind = $1
    order by created_at desc, id desc limit 2000)
  union
  (select id, organization_id, created_at from shard_2 where kind = $1
    order by created_at desc, id desc limit 2000)
) as rows
order by created_at desc, id desc
limit 20 offset 20 * $2
