select o.id, o.status, i.id as line, i.product_id, i.quantity
from orders o
join order_items i on i.order_id = o.id
where o.id > $1
order by o.id, i.id
limit 200
