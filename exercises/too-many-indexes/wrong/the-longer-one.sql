-- fails: history
-- misconception: duplicate-index
-- The bigger of the two looks like the expensive luxury; but only it has the dates in order.
drop index orders_customer_created;
drop index orders_date;
drop index orders_lookup;
