select
  c.id,
  c.name,
  (select count(*) from orders o where o.customer_id = c.id) as orders,
  (select coalesce(sum(o.total), 0) from orders o where o.customer_id = c.id) as spent
from customers c
where c.city = $1
order by c.id
