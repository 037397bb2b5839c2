-- fails: rows
-- "Never filter in HAVING what WHERE can do." The date is about the last change of all: now a project that was busy
-- yesterday is listed with its old threads.
select t.project_id, count(*) as threads, max(t.updated_at) as last_change
from threads t
join projects p on p.id = t.project_id
where p.organization_id = $1 and p.status = 'active' and t.updated_at < $2
group by t.project_id
order by t.project_id
