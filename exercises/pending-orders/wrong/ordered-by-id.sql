-- fails: pages
-- misconception: sort-not-served
-- The right rows, in an order the query did not ask for: all of them are fetched and sorted to keep fifty.
create index on orders (id) where status = 'pending';
