-- exercise: one-customers-orders
-- verdict: refused
-- rule: function
-- A lock that nobody else takes.
select pg_advisory_lock(1);
