-- fails: pages
-- misconception: wrong-leading-column
-- Made anew, and the columns exchanged.
drop index orders_customer_id_idx;
create index orders_customer_id_idx on orders (created_at, customer_id);
