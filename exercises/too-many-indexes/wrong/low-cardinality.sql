-- fails: pending
-- misconception: low-selectivity
-- "Never index a column with five values": one of the five is rare, and a query asks for it.
drop index orders_status;
drop index orders_customer;
drop index orders_date;
drop index orders_lookup;
