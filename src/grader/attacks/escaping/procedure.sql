-- exercise: one-customers-orders
-- verdict: refused
-- rule: statement-kind
-- behind: unchanged
-- A procedure may commit half-way.
create procedure quick() language plpgsql as $$ begin perform set_config('enable_seqscan', 'off', false); commit; end $$;
call quick();
