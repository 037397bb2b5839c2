-- exercise: one-customers-orders
-- verdict: refused
-- rule: statement-kind
-- behind: unchanged
-- An operator class of one’s own has another order and another idea of equality.
create function backwards(integer, integer) returns integer language sql immutable as 'select pg_catalog.btint4cmp($2, $1)';
create operator class backwards for type integer using btree as
  operator 1 >, operator 2 >=, operator 3 =, operator 4 <=, operator 5 <, function 1 backwards(integer, integer);
create index on orders (customer_id backwards);
