-- A search by the primary key, and one row less. What is not in this plan?
explain delete from users where id = 42;
