-- fails: writes
-- misconception: duplicate-index
-- Equal definitions are easy to spot. The other two repeat something as well.
drop index orders_date;
