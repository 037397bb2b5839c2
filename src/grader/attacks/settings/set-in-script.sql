-- exercise: one-customers-orders
-- verdict: refused
-- rule: statement-kind
-- behind: pages
-- One line, and there is no sequential scan any more. The plan is then not the planner's choice.
set enable_seqscan = off;
set random_page_cost = 0;
create index on orders (created_at, customer_id);
