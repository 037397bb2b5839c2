-- exercise: one-customers-orders
-- Room for later entries, and duplicates stored once.
create index on orders (customer_id) with (fillfactor = 80, deduplicate_items = on);
