-- More rows than needed are joined and then folded together; here they are few.
select distinct o.id, o.name
from organizations o
join activities a on a.organization_id = o.id
where a.kind = 'exported' and a.created_at >= $1
order by o.id
