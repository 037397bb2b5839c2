-- exercise: one-customers-orders
-- verdict: refused
-- rule: statement-kind
-- behind: unchanged
-- Runs whenever someone else creates something, the grader included.
create function meddle() returns event_trigger language plpgsql as $$ begin perform set_config('enable_seqscan', 'off', false); end $$;
create event trigger meddling on ddl_command_end execute function meddle();
