-- fails: seeks, pages
-- misconception: partial-not-implied
-- It makes the query on the page fast, for this one customer and nobody else.
create index on orders (id) where customer_id = 42;
