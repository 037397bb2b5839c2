-- exercise: one-customers-orders
-- verdict: refused
-- rule: statement-kind
-- behind: unchanged
-- Changed twice, every value is as it was, and yet nothing is where it was.
update orders set total = total + 1 where id <= 3000;
update orders set total = total - 1 where id <= 3000;
create index on orders (customer_id);
