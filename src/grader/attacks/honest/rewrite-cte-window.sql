-- exercise: orders-of-a-day
-- A WITH query, a window function and a lateral join where none was needed.
-- a comment first
with of_day as (
  select o.id, o.total, row_number() over (order by o.id) as place
  from orders o
  where o.created_at >= $1 and o.created_at < $1 + interval '24 hours'
)
select d.id, t.total
from of_day d cross join lateral (select d.total) as t
order by d.place /* the same as by id */
