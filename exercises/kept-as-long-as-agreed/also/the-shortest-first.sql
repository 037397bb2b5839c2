-- The shortest by its place in a list; NULL comes last.
select a.organization_id, count(*) as due, min(a.created_at) as oldest
from retention r
join (
  select organization_id, created_at from activities_by_half
  where created_at < $1::timestamptz - (select keep_days from retention order by keep_days limit 1) * interval '1 day'
) a on a.organization_id = r.organization_id and a.created_at < $1::timestamptz - r.keep_days * interval '1 day'
group by a.organization_id
order by a.organization_id
