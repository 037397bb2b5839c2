-- The leap as a lateral join: it ends by itself when there is no greater kind.
with recursive kinds as (
  (select kind from activities order by kind limit 1)
  union all
  select n.kind
  from kinds k
  cross join lateral (
    select a.kind from activities a where a.kind > k.kind order by a.kind limit 1
  ) as n
)
select k.kind, l.created_at as latest
from kinds k
cross join lateral (
  select a.created_at
  from activities a
  where a.kind = k.kind and a.created_at < $1
  order by a.created_at desc
  limit 1
) as l
order by k.kind
