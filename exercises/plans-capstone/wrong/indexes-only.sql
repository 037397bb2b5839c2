-- fails: budget, spill
-- misconception: correlated-columns, spilled-to-disk
-- Every index that helps a query. The first one harms another: place now loops over a thousand customers, expecting thirty.
create index on orders (customer_id, created_at);
create index on order_items (order_id);
create index on customers (phone);
create index on customers (email);
create index on orders (coupon, created_at) where coupon is not null;
