-- exercise: one-customers-orders
-- verdict: refused
-- rule: statement-kind
-- behind: unchanged
-- Who may read what is made later.
alter default privileges grant select on tables to public;
