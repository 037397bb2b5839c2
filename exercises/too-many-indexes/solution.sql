drop index orders_customer;
drop index orders_date;
drop index orders_lookup;
