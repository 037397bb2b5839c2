-- fails: pages
-- The kinds by DISTINCT, which reads every entry of the index to find them.
select k.kind, l.latest
from (select distinct kind from activities) as k
cross join lateral (
  select max(a.created_at) as latest from activities a where a.kind = k.kind and a.created_at < $1
) as l
where l.latest is not null
order by k.kind
