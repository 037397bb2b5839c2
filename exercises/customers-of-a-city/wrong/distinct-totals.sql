-- fails: rows
-- "distinct, to be on the safe side of joins": two orders over the same sum count once.
select c.id, c.name, count(o.id) as orders, coalesce(sum(distinct o.total), 0) as spent
from customers c
left join orders o on o.customer_id = c.id
where c.city = $1
group by c.id
order by c.id
