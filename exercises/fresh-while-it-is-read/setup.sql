-- What can be shipped, as it is now, and as it was when somebody last refreshed it.
create view stock_now as
select i.warehouse_id, p.category_id, p.id as product_id, i.quantity - i.reserved as free, p.sku, p.name
from inventory i
join products p on p.id = i.product_id
where i.quantity > i.reserved;

create materialized view free_stock as
select * from stock_now
order by product_id, warehouse_id;

analyze free_stock;
