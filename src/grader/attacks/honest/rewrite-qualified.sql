-- exercise: orders-of-a-day
-- Everything named in full, and the interval computed otherwise.
select o.id, o.total
from only public.orders as o
where o.created_at >= $1 and o.created_at < ($1 + make_interval(days => 1))
order by o.id asc nulls last;
