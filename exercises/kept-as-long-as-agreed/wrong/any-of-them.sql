-- fails: old-halves, pages
-- Before the end of some agreement. It means the same, and ANY over a subquery is asked for each row.
select a.organization_id, count(*) as due, min(a.created_at) as oldest
from activities_by_half a
join retention r on r.organization_id = a.organization_id
where a.created_at < $1::timestamptz - r.keep_days * interval '1 day'
  and a.created_at < any (select $1::timestamptz - keep_days * interval '1 day' from retention)
group by a.organization_id
order by a.organization_id
