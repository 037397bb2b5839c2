-- exercise: orders-of-a-day
-- Two halves of the day.
(select id, total from orders where created_at >= $1 and created_at < $1 + interval '12 hours')
union all
(select id, total from orders where created_at >= $1 + '12:00'::interval and created_at < $1 + interval '1 day')
order by id
