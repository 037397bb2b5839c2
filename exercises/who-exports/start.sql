select o.id, o.name
from organizations o
where (
  select count(*) from activities a
  where a.organization_id = o.id and a.kind = 'exported' and a.created_at >= $1
) > 0
order by o.id
