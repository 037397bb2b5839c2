-- fails: pages
-- misconception: sort-not-served
-- Good for a customer with a handful of orders; for the supplier all 5,925 are fetched and sorted to keep twenty.
create index on orders (customer_id);
