-- fails: rows, pages
-- The highest number taken for the newest, and found among all threads of the organization.
select a.id, a.kind, a.organization_id, t.title as latest_thread
from activities a
left join (
  select organization_id, max(id) as id from threads group by organization_id
) as l on l.organization_id = a.organization_id
left join threads t on t.id = l.id
where a.created_at >= $1 and a.created_at < $1 + interval '7 days'
order by a.created_at, a.id
