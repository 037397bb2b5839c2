-- fails: pages
-- For each order, in order, its lines. It begins at the right place, and goes down the index anew for every order.
select o.id, o.status, i.line, i.product_id, i.quantity
from orders o
cross join lateral (
  select i.id as line, i.product_id, i.quantity from order_items i where i.order_id = o.id order by i.id limit 200
) as i
where o.id > $1
order by o.id, i.line
limit 200
