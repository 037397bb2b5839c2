-- The rows and the order are said of the line's column; the bound is said of both.
select i.order_id as id, o.status, i.id as line, i.product_id, i.quantity
from order_items i
join orders o on o.id = i.order_id
where i.order_id > $1 and o.id > $1
order by i.order_id, i.id
limit 200
