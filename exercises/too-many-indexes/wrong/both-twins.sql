-- fails: day
-- misconception: duplicate-index
-- Each of the two is redundant, as long as the other is there.
drop index orders_created;
drop index orders_date;
drop index orders_customer;
drop index orders_lookup;
