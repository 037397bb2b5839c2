-- exercise: one-customers-orders
-- verdict: refused
-- rule: statement-kind
-- The same rows, put back in another order.
create table kept as select * from orders;
alter table order_items drop constraint order_items_order_id_fkey;
truncate orders;
insert into orders select * from kept order by customer_id;
drop table kept;
alter table order_items add constraint order_items_order_id_fkey foreign key (order_id) references orders (id);
create index on orders (customer_id);
