-- fails: total
-- The queries that read the most pages in one run, whatever their number: all of them are about orders.
create index on orders (customer_id);
create index on orders (created_at);
create index on orders (created_at) where status = 'pending';
