-- fails: pages
-- misconception: semi-join-already
-- "EXISTS stops at the first match, IN builds the whole list": to PostgreSQL the two are one.
select o.id, o.customer_id, o.total
from orders o
where date_trunc('month', o.created_at) = $2
  and exists (select from order_items i where i.product_id = $1 and i.order_id = o.id)
order by o.id
