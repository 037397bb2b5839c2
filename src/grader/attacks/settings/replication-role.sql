-- exercise: one-customers-orders
-- verdict: refused
-- rule: statement-kind
-- behind: unchanged
-- With replica as the role, triggers and foreign keys are asleep.
set session_replication_role = replica;
delete from orders where customer_id <> 42;
