-- fails: rows
-- The outer join keeps a row of nulls for organizations without exports, and count(*) counts it.
select o.id, o.name
from organizations o
left join activities a on a.organization_id = o.id and a.kind = 'exported' and a.created_at >= $1
group by o.id
having count(*) > 0
order by o.id
