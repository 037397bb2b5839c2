-- exercise: one-customers-orders
-- verdict: refused
-- rule: statement-kind
-- behind: unchanged
-- A function brings its settings with it while it runs.
create function quick() returns setof orders language sql set enable_seqscan = off
as 'select * from orders where customer_id = 42';
select * from quick();
