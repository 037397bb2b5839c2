-- exercise: one-customers-orders
-- Everything in quotes, and an odd name.
create index "drop table orders; -- ""by customer""" on "public"."orders" ("customer_id");
