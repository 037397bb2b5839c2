-- A join is as good once each order is on its other side only once.
select o.id, o.customer_id, o.total
from (select distinct order_id from order_items where product_id = $1) i
join orders o on o.id = i.order_id
where o.created_at >= $2 and o.created_at < $2 + interval '1 month'
order by o.id
