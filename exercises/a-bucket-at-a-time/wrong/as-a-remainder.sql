-- fails: pages, lean, writes, nothing-idle
-- misconception: function-on-column, wrong-leading-column
-- The same number for whoever reckons, as long as the hash is not below zero, and another expression for PostgreSQL.
create index on orders ((hashint4extended(customer_id, 0) % 1024), id);
