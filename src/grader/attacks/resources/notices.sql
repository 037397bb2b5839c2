-- exercise: one-customers-orders
-- verdict: refused
-- rule: statement-kind
-- behind: seeks
-- Two hundred thousand messages for whoever collects them.
do $$ begin for i in 1..200000 loop raise notice 'notice %', i; end loop; end $$;
