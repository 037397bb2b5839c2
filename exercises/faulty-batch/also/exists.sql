-- The same semi-join in other words.
select o.id, o.customer_id, o.total
from orders o
where o.created_at >= $2 and o.created_at < $2 + interval '1 month'
  and exists (select from order_items i where i.product_id = $1 and i.order_id = o.id)
order by o.id
