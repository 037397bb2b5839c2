-- fails: pages
-- It stops counting at one. It still goes through the activities of one organization after the other.
select o.id, o.name
from organizations o
where (
  select count(*) from (
    select from activities a
    where a.organization_id = o.id and a.kind = 'exported' and a.created_at >= $1
    limit 1
  ) as first
) > 0
order by o.id
