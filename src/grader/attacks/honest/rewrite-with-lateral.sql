-- exercise: orders-of-a-day
-- The bounds of the day in a WITH query of their own.
with day (beginning, ending) as materialized (select $1::timestamptz, $1::timestamptz + interval '1 day')
select o.id, o.total from day join lateral (
  select id, total from orders where created_at >= day.beginning and created_at < day.ending) as o on true
order by o.id
