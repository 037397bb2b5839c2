-- fails: spill, hashed, close
-- misconception: spilled-to-disk
-- Countries are counted right already.
create statistics customers_place on country, city from customers;
analyze customers;
