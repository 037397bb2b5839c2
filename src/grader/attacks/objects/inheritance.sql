-- exercise: one-customers-orders
-- verdict: refused
-- rule: statement-kind
-- behind: unchanged
-- Rows of a child table are rows of its parent.
create table more () inherits (orders);
