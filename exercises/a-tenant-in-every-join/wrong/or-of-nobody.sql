-- fails: seeks, pages
-- The threads that have no activities are to be kept, so the condition lets NULL pass. Every activity is read for it.
select t.id, t.title, count(a.id) as activities, max(a.created_at) as latest
from threads t
left join activities a on a.thread_id = t.id
where t.organization_id = $1 and t.project_id = $2
  and (a.organization_id = $1 or a.organization_id is null)
group by t.id
order by max(a.created_at) desc nulls last, t.id
