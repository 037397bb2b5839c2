-- exercise: one-customers-orders
-- verdict: refused
-- rule: statement-kind
-- behind: seeks
-- A cursor that is held open keeps its snapshot and its plan.
declare c cursor with hold for select id, total from orders where customer_id = 42;
