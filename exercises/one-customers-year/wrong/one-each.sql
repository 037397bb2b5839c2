-- fails: pages
-- misconception: range-before-equality
-- Two indexes of one column each do not make one of two columns.
create index on orders (created_at);
create index on orders (customer_id);
