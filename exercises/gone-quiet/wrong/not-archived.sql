-- fails: rows
-- Of two statuses, what is not archived is active. A third one would be taken for active as well.
select t.project_id, count(*) as threads, max(t.updated_at) as last_change
from threads t
join projects p on p.id = t.project_id
where p.organization_id = $1 and p.status <> 'archived'
group by t.project_id
having max(t.updated_at) < $2
order by t.project_id
