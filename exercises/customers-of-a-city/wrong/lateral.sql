-- fails: pages
-- misconception: correlated-subquery
-- One subquery instead of two, in a modern dress. It is still run once per customer.
select c.id, c.name, s.orders, s.spent
from customers c
cross join lateral (
  select count(*) as orders, coalesce(sum(o.total), 0) as spent from orders o where o.customer_id = c.id
) s
where c.city = $1
order by c.id
