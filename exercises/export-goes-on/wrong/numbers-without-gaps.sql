-- fails: rows
-- "The next 200 numbers": where orders have no lines, or are missing, fewer rows come than there are.
select o.id, o.status, i.id as line, i.product_id, i.quantity
from orders o
join order_items i on i.order_id = o.id
where o.id > $1 and i.order_id between $1 and $1 + 200
order by o.id, i.id
limit 200
