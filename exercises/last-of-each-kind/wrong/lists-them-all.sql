-- fails: rows
-- From value to value, and a kind that began later is listed without a time.
with recursive kinds as (
  select min(kind) as kind from activities
  union all
  select (select min(a.kind) from activities a where a.kind > k.kind)
  from kinds k
  where k.kind is not null
)
select kind, (
  select max(a.created_at) from activities a where a.kind = k.kind and a.created_at < $1
) as latest
from kinds k
where kind is not null
order by kind
