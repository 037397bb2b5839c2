-- fails: pages, lean, writes, nothing-idle
-- misconception: function-on-column, wrong-leading-column
-- The bucket comes from the customer. But no order of customers tells where a bucket is.
create index on orders (customer_id, id);
