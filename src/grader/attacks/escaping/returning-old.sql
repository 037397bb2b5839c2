-- exercise: orders-of-a-day
-- verdict: refused
-- rule: statement-kind
-- RETURNING OLD since 18: an update as an answer.
update orders set note = note returning old.id, old.total;
