-- fails: rows
-- Right for the month on the screen. Orders of March get into the letter about February.
select o.id, o.customer_id, o.total
from orders o
where o.created_at >= $2 and o.created_at < $2 + interval '31 days'
  and o.id in (select i.order_id from order_items i where i.product_id = $1)
order by o.id
