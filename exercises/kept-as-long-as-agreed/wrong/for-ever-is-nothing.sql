-- fails: old-halves, pages, rows
-- NULL is taken for 0 days. So the shortest is none, and those who keep for ever lose everything.
select a.organization_id, count(*) as due, min(a.created_at) as oldest
from activities_by_half a
join retention r on r.organization_id = a.organization_id
where a.created_at < $1::timestamptz - coalesce(r.keep_days, 0) * interval '1 day'
  and a.created_at < $1::timestamptz - (select min(coalesce(keep_days, 0)) from retention) * interval '1 day'
group by a.organization_id
order by a.organization_id
