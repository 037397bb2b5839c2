-- exercise: one-customers-orders
-- verdict: refused
-- rule: statement-kind
-- behind: unchanged
-- A frozen row version is as good as old, and its number can still be read.
update orders set note = 'x' where id < 100;
vacuum (freeze) orders;
