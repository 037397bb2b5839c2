-- A row that came twice has one id. And a page more than is needed.
select id, organization_id, created_at
from (
  select distinct on (created_at, id) id, organization_id, created_at
  from (
    (select id, organization_id, created_at from shard_0 where kind = $1
      order by created_at desc, id desc limit 20 * $2 + 40)
    union all
    (select id, organization_id, created_at from shard_1 where kind = $1
      order by created_at desc, id desc limit 20 * $2 + 40)
    union all
    (select id, organization_id, created_at from shard_2 where kind = $1
      order by created_at desc, id desc limit 20 * $2 + 40)
  ) as rows
  order by created_at desc, id desc
) as once
order by created_at desc, id desc
limit 20 offset 20 * $2
