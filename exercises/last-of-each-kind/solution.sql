with recursive kinds as (
  (select kind from activities order by kind limit 1)
  union all
  select (
    select a.kind from activities a
    where a.kind > k.kind
    order by a.kind
    limit 1
  )
  from kinds k
  where k.kind is not null
)
select k.kind, l.latest
from kinds k
cross join lateral (
  select max(a.created_at) as latest
  from activities a
  where a.kind = k.kind and a.created_at < $1
) as l
where l.latest is not null
order by k.kind
