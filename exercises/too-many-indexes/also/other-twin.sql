drop index orders_created, orders_customer, orders_lookup;
