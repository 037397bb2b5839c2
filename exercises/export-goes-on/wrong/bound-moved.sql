-- fails: pages
-- The bound is moved to the other table: now the orders are walked from the first one on.
select o.id, o.status, i.id as line, i.product_id, i.quantity
from orders o
join order_items i on i.order_id = o.id
where i.order_id > $1
order by o.id, i.id
limit 200
