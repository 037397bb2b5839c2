-- exercise: one-customers-orders
-- Unique, built without stopping, with luggage.
create unique index concurrently if not exists "Orders: by customer" on public.orders (customer_id asc nulls first, id) include (total) with (fillfactor = 95);
