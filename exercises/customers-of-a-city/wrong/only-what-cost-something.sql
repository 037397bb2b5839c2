-- fails: rows
-- Every order costs something today. One for nothing would be an order all the same.
select c.id, c.name, count(o.id) as orders, coalesce(sum(o.total), 0) as spent
from customers c
left join orders o on o.customer_id = c.id and o.total > 0
where c.city = $1
group by c.id
order by c.id
