-- exercise: worth-a-look
-- A name that looks like three.
create index "public.order_items.worth" on order_items ((quantity * price));
analyze order_items;
