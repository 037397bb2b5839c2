-- fails: rows
-- Looked up once for each organization. A cross join keeps only the lines for which there is an answer.
select a.id, a.kind, a.organization_id, l.title as latest_thread
from activities a
cross join lateral (
  select t.title
  from threads t
  where t.organization_id = a.organization_id
  order by t.created_at desc, t.id desc
  limit 1
) as l
where a.created_at >= $1 and a.created_at < $1 + interval '7 days'
order by a.created_at, a.id
