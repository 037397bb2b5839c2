-- exercise: one-customers-orders
-- verdict: refused
-- rule: function
-- behind: pages
-- A SELECT is allowed, and this SELECT is a SET.
create index on orders (created_at, customer_id);
select set_config('enable_seqscan', 'off', false);
