-- fails: rows, pages
-- A thread has an organization too. That is another column, and a thread that came from elsewhere is not counted.
select t.project_id, count(*) as threads, max(t.updated_at) as last_change
from threads t
join projects p on p.id = t.project_id
where t.organization_id = $1 and p.status = 'active'
group by t.project_id
having max(t.updated_at) < $2
order by t.project_id
