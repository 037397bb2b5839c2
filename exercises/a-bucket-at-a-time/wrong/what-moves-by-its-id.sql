-- fails: pages
-- All that moves, in the order of the ids. Which bucket it is has to be looked up in the table.
create index on orders (id) where (hashint4extended(customer_id, 0) & 1023) >= 768;
