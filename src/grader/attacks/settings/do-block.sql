-- exercise: one-customers-orders
-- verdict: refused
-- rule: statement-kind
-- behind: seeks
-- A DO block may hold anything, and its text is a string to the parser.
do $$ begin perform set_config('enable_seqscan', 'off', false); end $$;
