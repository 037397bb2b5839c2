-- fails: old-halves, pages
-- The shortest of this organization. It is another for each row, so nothing is known before the rows are read.
select a.organization_id, count(*) as due, min(a.created_at) as oldest
from activities_by_half a
join retention r on r.organization_id = a.organization_id
where a.created_at < $1::timestamptz - r.keep_days * interval '1 day'
  and a.created_at < $1::timestamptz - (select min(s.keep_days) from retention s where s.organization_id = a.organization_id) * interval '1 day'
group by a.organization_id
order by a.organization_id
