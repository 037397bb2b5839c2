-- fails: pages
-- The right rows of each shard, by their number. Every row of the kind is counted for that.
select id, organization_id, created_at
from (
  select id, organization_id, created_at from (
    select id, organization_id, created_at, rank() over (order by created_at desc, id desc) as place,
      count(*) over () as all_of_them
    from shard_0 where kind = $1
  ) as ranked where place <= 20 * ($2 + 1)
  union
  select id, organization_id, created_at from (
    select id, organization_id, created_at, rank() over (order by created_at desc, id desc) as place,
      count(*) over () as all_of_them
    from shard_1 where kind = $1
  ) as ranked where place <= 20 * ($2 + 1)
  union
  select id, organization_id, created_at from (
    select id, organization_id, created_at, rank() over (order by created_at desc, id desc) as place,
      count(*) over () as all_of_them
    from shard_2 where kind = $1
  ) as ranked where place <= 20 * ($2 + 1)
) as rows
order by created_at desc, id desc
limit 20 offset 20 * $2
