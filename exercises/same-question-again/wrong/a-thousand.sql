-- fails: rows
-- A week has had fewer than a thousand activities so far.
select a.id, a.kind, a.organization_id, l.title as latest_thread
from activities a
left join lateral (
  select t.title
  from threads t
  where t.organization_id = a.organization_id
  order by t.created_at desc, t.id desc
  limit 1
) as l on true
where a.created_at >= $1 and a.created_at < $1 + interval '7 days'
order by a.created_at, a.id
limit 1000
