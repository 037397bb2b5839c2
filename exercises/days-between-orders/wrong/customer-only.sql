-- fails: sort, pages
-- Half of the order. The sort fits into memory now, customer by customer, and each order is fetched from another page.
create index on orders (customer_id);
