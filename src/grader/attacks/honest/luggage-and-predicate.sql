-- exercise: one-customers-orders
-- Luggage and a predicate that every equality implies.
create index on orders using btree (customer_id) include (created_at, total) where (customer_id is not null);
