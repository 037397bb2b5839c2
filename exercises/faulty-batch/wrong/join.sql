-- fails: rows, pages
-- misconception: semi-join-already
-- "Replace IN by a JOIN": reads what it did, and an order with two such lines is listed twice.
select o.id, o.customer_id, o.total
from orders o
join order_items i on i.order_id = o.id and i.product_id = $1
where date_trunc('month', o.created_at) = $2
order by o.id
