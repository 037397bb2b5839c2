-- fails: rows
-- The stock is summed up before the join. The lines of orders then repeat the sum.
select
  p.id,
  p.name,
  coalesce(sum(i.quantity), 0) as sold,
  coalesce(sum(v.in_stock), 0) as in_stock
from products p
left join order_items i on i.product_id = p.id
left join (
  select product_id, sum(quantity) as in_stock from inventory group by product_id
) as v on v.product_id = p.id
where p.category_id = $1
group by p.id
order by p.id
