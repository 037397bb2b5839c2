-- fails: pages
-- Two thirds of the projects are active. The condition that leaves a handful is still in an aggregate.
select t.project_id, count(*) as threads, max(t.updated_at) as last_change
from threads t
join projects p on p.id = t.project_id
where p.status = 'active'
group by t.project_id
having min(p.organization_id) = $1 and max(t.updated_at) < $2
order by t.project_id
