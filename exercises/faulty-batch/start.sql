select o.id, o.customer_id, o.total
from orders o
where date_trunc('month', o.created_at) = $2
  and o.id in (select i.order_id from order_items i where i.product_id = $1)
order by o.id
