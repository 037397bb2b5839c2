-- fails: rows
-- Right sums, of the products that have both. What was never sold is not on the list.
select p.id, p.name, i.sold, v.in_stock
from products p
join (select product_id, sum(quantity) as sold from order_items group by product_id) as i on i.product_id = p.id
join (select product_id, sum(quantity) as in_stock from inventory group by product_id) as v on v.product_id = p.id
where p.category_id = $1
order by p.id
