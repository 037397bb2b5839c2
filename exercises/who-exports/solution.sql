select o.id, o.name
from organizations o
where exists (
  select from activities a
  where a.organization_id = o.id and a.kind = 'exported' and a.created_at >= $1
)
order by o.id
