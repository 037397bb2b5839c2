-- fails: lean
-- misconception: redundant-write-cost
-- An index that holds all columns needs no table, and is about as large as one.
create index customers_letter_idx on customers (city, id) include (name, email, phone);
vacuum customers;
