-- fails: rows
-- The outer join keeps customers without orders, as one row of NULLs, which count(*) counts.
select c.id, c.name, count(*) as orders, coalesce(sum(o.total), 0) as spent
from customers c
left join orders o on o.customer_id = c.id
where c.city = $1
group by c.id
order by c.id
