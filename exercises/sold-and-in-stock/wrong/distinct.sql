-- fails: rows
-- "distinct takes the doubles out": it also takes out the second customer who bought one piece.
select
  p.id,
  p.name,
  coalesce(sum(distinct i.quantity), 0) as sold,
  coalesce(sum(distinct v.quantity), 0) as in_stock
from products p
left join order_items i on i.product_id = p.id
left join inventory v on v.product_id = p.id
where p.category_id = $1
group by p.id
order by p.id
