-- exercise: one-customers-orders
-- verdict: refused
-- rule: statement-kind
-- behind: unchanged
-- A language of one’s own.
create language plpgsql2 handler plpgsql_call_handler;
