-- fails: rows
-- Days are compared instead of moments: what changed in the morning of the day has not changed since noon, and is missing.
select t.project_id, count(*) as threads, max(t.updated_at) as last_change
from threads t
join projects p on p.id = t.project_id
where p.organization_id = $1 and p.status = 'active'
group by t.project_id
having max(t.updated_at)::date < $2::date
order by t.project_id
