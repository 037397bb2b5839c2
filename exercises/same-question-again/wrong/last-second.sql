-- fails: rows
-- The last second of the week is not its end: what happens within it is on no list.
select a.id, a.kind, a.organization_id, l.title as latest_thread
from activities a
left join lateral (
  select t.title
  from threads t
  where t.organization_id = a.organization_id
  order by t.created_at desc, t.id desc
  limit 1
) as l on true
where a.created_at between $1 and $1 + interval '6 days 23:59:59'
order by a.created_at, a.id
