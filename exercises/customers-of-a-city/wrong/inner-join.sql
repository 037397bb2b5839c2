-- fails: rows
-- One pass, but a customer who never ordered has no row to join with, and vanishes.
select c.id, c.name, count(*) as orders, sum(o.total) as spent
from customers c
join orders o on o.customer_id = c.id
where c.city = $1
group by c.id
order by c.id
