-- fails: lean
-- Made anew, and with the rest of the list in it, for every order there is.
drop index orders_customer_id_idx;
create index orders_customer_id_idx on orders (customer_id, created_at) include (id, total);
