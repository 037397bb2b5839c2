-- exercise: one-customers-orders
-- verdict: refused
-- rule: statement-kind
-- behind: unchanged
-- A rule rewrites what is done to a table before the planner sees it.
create rule no_inserts as on insert to orders do instead nothing;
create index on orders (customer_id);
