-- exercise: one-customers-orders
-- verdict: refused
-- rule: function
-- behind: seeks
-- Locks that the session holds would keep the grader waiting.
select pg_advisory_lock(1);
