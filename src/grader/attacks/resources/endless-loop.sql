-- exercise: one-customers-orders
-- verdict: refused
-- rule: statement-kind
-- behind: timeout
-- Never ends.
do $$ begin loop end loop; end $$;
