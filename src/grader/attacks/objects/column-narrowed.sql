-- exercise: one-customers-orders
-- verdict: refused
-- rule: statement-kind
-- behind: unchanged
-- A narrower row is a smaller table.
alter table orders drop column reference;
vacuum full orders;
