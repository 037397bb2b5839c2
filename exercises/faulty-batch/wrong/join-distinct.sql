-- fails: pages
-- misconception: semi-join-already
-- The join again, with its doubles swept up.
select distinct o.id, o.customer_id, o.total
from orders o
join order_items i on i.order_id = o.id and i.product_id = $1
where date_trunc('month', o.created_at) = $2
order by o.id
