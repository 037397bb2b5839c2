-- exercise: one-customers-orders
-- verdict: refused
-- rule: statement-kind
-- With the old rules for backslashes the string ends elsewhere, and what follows runs.
set standard_conforming_strings = off;
select 'a\'; set enable_seqscan = off; --';
