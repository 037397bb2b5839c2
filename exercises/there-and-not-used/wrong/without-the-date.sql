-- fails: pages
-- misconception: sort-not-served
-- Made anew, and shorter. Whoever has ordered often has all orders read and sorted for the latest twenty.
drop index orders_customer_id_idx;
create index orders_customer_id_idx on orders (customer_id);
