-- exercise: one-customers-orders
-- verdict: refused
-- rule: statement-kind
-- behind: unchanged
-- A function whose body has semicolons and no quotes.
create function twice() returns integer language sql begin atomic select 1; select 2; end;
create index on orders (customer_id);
