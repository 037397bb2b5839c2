-- fails: rows
-- A join repeats the organization for each of its exports.
select o.id, o.name
from organizations o
join activities a on a.organization_id = o.id
where a.kind = 'exported' and a.created_at >= $1
order by o.id
