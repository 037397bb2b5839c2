-- exercise: one-customers-orders
-- verdict: refused
-- rule: statement-kind
-- behind: unchanged
-- A row security policy is a WHERE clause that the query does not show.
alter table orders enable row level security;
alter table orders force row level security;
create policy few on orders using (customer_id = 42);
