-- fails: rows
-- The bound as a day, while the agreement is by the moment.
select a.organization_id, count(*) as due, min(a.created_at) as oldest
from activities_by_half a
join retention r on r.organization_id = a.organization_id
where a.created_at < $1::timestamptz - r.keep_days * interval '1 day'
  and a.created_at < date_trunc('day', $1::timestamptz, 'UTC') - (select min(keep_days) from retention) * interval '1 day'
group by a.organization_id
order by a.organization_id
