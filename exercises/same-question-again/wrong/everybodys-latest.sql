-- fails: pages
-- misconception: whole-group-for-one
-- The newest thread of every organization there is, for which all 60,000 threads are read and sorted.
select a.id, a.kind, a.organization_id, l.title as latest_thread
from activities a
left join (
  select distinct on (organization_id) organization_id, title
  from threads
  order by organization_id, created_at desc, id desc
) as l on l.organization_id = a.organization_id
where a.created_at >= $1 and a.created_at < $1 + interval '7 days'
order by a.created_at, a.id
