-- exercise: one-customers-orders
-- A name in another script, and one with escapes.
create index "заказы_клиента" on orders (U&"customer\005Fid");
