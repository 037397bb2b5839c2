-- exercise: one-customers-orders
-- verdict: refused
-- rule: function
-- behind: unchanged
-- Without statistics the planner guesses, and may guess what one wants.
select pg_clear_attribute_stats('public', 'orders', 'customer_id', false);
