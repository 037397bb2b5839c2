-- fails: rows
-- The next 200 orders have at least 200 lines, as long as every order has one.
select o.id, o.status, i.id as line, i.product_id, i.quantity
from (select id, status from orders where id > $1 order by id limit 200) as o
join order_items i on i.order_id = o.id and i.order_id > $1
order by o.id, i.id
limit 200
