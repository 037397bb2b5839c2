-- The memory written out: each organization once, and then the lines.
with week as materialized (
  select id, kind, organization_id, created_at
  from activities
  where created_at >= $1 and created_at < $1 + interval '7 days'
), latest as materialized (
  select o.organization_id, (
    select t.title
    from threads t
    where t.organization_id = o.organization_id
    order by t.created_at desc, t.id desc
    limit 1
  ) as title
  from (select distinct organization_id from week) as o
)
select w.id, w.kind, w.organization_id, l.title as latest_thread
from week w
join latest l on l.organization_id = w.organization_id
order by w.created_at, w.id
