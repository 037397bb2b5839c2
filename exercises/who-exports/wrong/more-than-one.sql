-- fails: rows
-- “Any” has become “several”.
select o.id, o.name
from organizations o
where o.id in (
  select a.organization_id from activities a
  where a.kind = 'exported' and a.created_at >= $1
  group by a.organization_id
  having count(*) > 1
)
order by o.id
