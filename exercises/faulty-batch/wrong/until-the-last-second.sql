-- fails: rows
-- "Until 23:59:59": an order in the last second of the month belongs to none.
select o.id, o.customer_id, o.total
from orders o
where o.created_at between $2 and $2 + interval '1 month' - interval '1 second'
  and o.id in (select i.order_id from order_items i where i.product_id = $1)
order by o.id
