-- fails: rows
-- The month without its last millisecond. A time has microseconds.
select o.id, o.customer_id, o.total
from orders o
where o.created_at between $2 and $2 + interval '1 month' - interval '1 ms'
  and o.id in (select i.order_id from order_items i where i.product_id = $1)
order by o.id
