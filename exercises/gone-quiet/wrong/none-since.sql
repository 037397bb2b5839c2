-- fails: rows
-- "No change since" as NOT EXISTS, and a project that never had a thread joins the list.
select p.id as project_id, count(t.id) as threads, max(t.updated_at) as last_change
from projects p
left join threads t on t.project_id = p.id
where p.organization_id = $1 and p.status = 'active'
  and not exists (select from threads n where n.project_id = p.id and n.updated_at >= $2)
group by p.id
order by p.id
