-- fails: rows
-- From value to value, and no further than the eighth. There will be a ninth one day.
with recursive kinds as (
  (select kind, 1 as place from activities order by kind limit 1)
  union all
  select n.kind, k.place + 1
  from kinds k
  cross join lateral (
    select a.kind from activities a where a.kind > k.kind order by a.kind limit 1
  ) as n
  where k.place < 8
)
select k.kind, l.latest
from kinds k
cross join lateral (
  select max(a.created_at) as latest from activities a where a.kind = k.kind and a.created_at < $1
) as l
where l.latest is not null
order by k.kind
