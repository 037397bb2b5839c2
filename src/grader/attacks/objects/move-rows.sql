-- exercise: one-customers-orders
-- verdict: refused
-- rule: statement-kind
-- behind: unchanged
-- Rows written anew lie together at the end of the table.
update orders set note = note where customer_id = 42;
create index on orders (customer_id);
