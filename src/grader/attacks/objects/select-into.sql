-- exercise: one-customers-orders
-- verdict: refused
-- rule: statement-kind
-- behind: unchanged
-- SELECT may create a table, too.
select * into fewer from orders where customer_id = 42;
