-- fails: rows
-- "The next thousand numbers will hold two hundred lines." Not where thousands of orders have none.
select o.id, o.status, i.id as line, i.product_id, i.quantity
from orders o
join order_items i on i.order_id = o.id
where o.id > $1 and i.order_id between $1 and $1 + 1000
order by o.id, i.id
limit 200
