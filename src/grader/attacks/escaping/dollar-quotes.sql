-- exercise: one-customers-orders
-- verdict: refused
-- rule: statement-kind
-- Inside dollar quotes a statement is text to one reader and a statement to another.
do $a$ begin execute $b$ set enable_seqscan = off $b$; end $a$;
