-- min() of what is greater is the first entry of a range of the index.
with recursive kinds as (
  select min(kind) as kind from activities
  union all
  select (select min(a.kind) from activities a where a.kind > k.kind)
  from kinds k
  where k.kind is not null
), answers as (
  select kind, (
    select max(a.created_at) from activities a where a.kind = k.kind and a.created_at < $1
  ) as latest
  from kinds k
)
select kind, latest
from answers
where latest is not null
order by kind
