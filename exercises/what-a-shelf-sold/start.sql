-- There is an index on product_id, and the plan leaves it alone. What would it have read?
explain
select p.id, p.name, sum(i.quantity) as units
from products p
join order_items i on i.product_id = p.id
where p.category_id = 57
group by p.id
order by units desc, p.id;
