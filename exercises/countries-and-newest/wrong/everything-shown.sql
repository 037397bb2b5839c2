-- fails: lean
-- Every column that the list shows, so that the table is never asked: eight bytes were wanted, a copy of the table came.
create index on customers (country, created_at desc, id, email, name, city, phone);
