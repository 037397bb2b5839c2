-- Six queries, 8 MB. What does each of them read in an hour?
select relname, relpages
from pg_class
where relname in ('products', 'order_items', 'orders')
order by relname;
