-- exercise: one-customers-orders
-- verdict: refused
-- rule: function
-- behind: sql-error
-- An index of the recent orders is small, and recent is relative.
create index on orders (customer_id) where created_at > now() - interval '30 years';
