-- exercise: one-customers-orders
-- verdict: refused
-- rule: statement-kind
-- behind: seeks
-- A generic plan hides what the hidden values would have done.
create index on orders (customer_id) where customer_id = 42;
set plan_cache_mode = force_generic_plan;
