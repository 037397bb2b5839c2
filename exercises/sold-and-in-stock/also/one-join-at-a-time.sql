-- Aggregating between the two joins keeps one row a product before the second one multiplies.
select s.id, s.name, s.sold, coalesce(sum(v.quantity), 0) as in_stock
from (
  select p.id, p.name, coalesce(sum(i.quantity), 0) as sold
  from products p
  left join order_items i on i.product_id = p.id
  where p.category_id = $1
  group by p.id
) as s
left join inventory v on v.product_id = s.id
group by s.id, s.name, s.sold
order by s.id
