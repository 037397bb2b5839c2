-- fails: rows
-- The time of the activity with the greatest id. It is the latest as long as nothing is brought in later.
select t.id, t.title, count(a.id) as activities, (array_agg(a.created_at order by a.id desc))[1] as latest
from threads t
left join activities a on a.thread_id = t.id and a.organization_id = t.organization_id
where t.organization_id = $1 and t.project_id = $2
group by t.id
order by latest desc nulls last, t.id
