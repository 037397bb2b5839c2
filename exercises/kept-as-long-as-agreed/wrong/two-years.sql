-- fails: rows
-- The shortest that is agreed today, as a number. It is wrong from the day on which somebody agrees on less.
select a.organization_id, count(*) as due, min(a.created_at) as oldest
from activities_by_half a
join retention r on r.organization_id = a.organization_id
where a.created_at < $1::timestamptz - r.keep_days * interval '1 day'
  and a.created_at < $1::timestamptz - interval '730 days'
group by a.organization_id
order by a.organization_id
