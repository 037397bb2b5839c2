-- A second column makes the index bigger, and returns the rows in the order asked for.
create index on orders (customer_id, id);
