-- exercise: one-customers-orders
-- verdict: refused
-- rule: statement-kind
-- behind: unchanged
-- Another user, who is given the settings that one wants.
create role quick superuser;
alter role quick set enable_seqscan = off;
set session authorization quick;
