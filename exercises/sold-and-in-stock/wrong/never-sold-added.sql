-- fails: pages
-- Right sums by inner joins, and what was never sold added by a second query: it reads all order lines once more.
select p.id, p.name, i.sold, coalesce(v.in_stock, 0) as in_stock
from products p
join (select product_id, sum(quantity) as sold from order_items group by product_id) as i on i.product_id = p.id
left join (select product_id, sum(quantity) as in_stock from inventory group by product_id) as v on v.product_id = p.id
where p.category_id = $1
union all
select p.id, p.name, 0, coalesce(v.in_stock, 0)
from products p
left join (select product_id, sum(quantity) as in_stock from inventory group by product_id) as v on v.product_id = p.id
where p.category_id = $1
  and not exists (select from order_items o where o.product_id = p.id)
order by id
