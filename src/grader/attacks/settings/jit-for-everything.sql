-- exercise: one-customers-orders
-- verdict: refused
-- rule: statement-kind
-- Compilation moves what a query costs in time.
set jit_above_cost = 0;
set jit = on;
