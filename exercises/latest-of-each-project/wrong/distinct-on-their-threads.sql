-- fails: pages
-- misconception: whole-group-for-one
-- The projects first, and then all of their threads, to keep one of each.
select distinct on (t.project_id) t.project_id, t.id, t.title, t.updated_at
from projects p
join threads t on t.project_id = p.id
where p.organization_id = $1 and p.status = 'active'
order by t.project_id, t.updated_at desc, t.id desc
