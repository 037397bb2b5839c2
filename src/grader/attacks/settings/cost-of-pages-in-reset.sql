-- exercise: one-customers-orders
-- verdict: refused
-- rule: statement-kind
-- RESET is SET with another word.
reset random_page_cost;
