-- Each agreement gives a moment, and none is later than the latest of them.
select a.organization_id, count(*) as due, min(a.created_at) as oldest
from activities_by_half a
join retention r on r.organization_id = a.organization_id
where a.created_at < $1::timestamptz - r.keep_days * interval '1 day'
  and a.created_at < (select max($1::timestamptz - keep_days * interval '1 day') from retention)
group by a.organization_id
order by a.organization_id
