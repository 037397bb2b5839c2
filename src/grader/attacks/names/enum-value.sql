-- exercise: one-customers-orders
-- verdict: refused
-- rule: statement-kind
-- behind: unchanged
-- A type that grows.
create type mood as enum ('calm');
alter type mood add value 'busy';
