-- The two tables one under the other instead of side by side: nothing multiplies.
select p.id, p.name, coalesce(sum(m.sold), 0) as sold, coalesce(sum(m.in_stock), 0) as in_stock
from products p
left join (
  select product_id, quantity as sold, null as in_stock from order_items
  union all
  select product_id, null, quantity from inventory
) as m on m.product_id = p.id
where p.category_id = $1
group by p.id
order by p.id
