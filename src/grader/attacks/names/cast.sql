-- exercise: thread-by-number
-- verdict: refused
-- rule: statement-kind
-- A cast of one's own decides what text means where a number is asked for.
create cast (text as integer) with inout as implicit;
