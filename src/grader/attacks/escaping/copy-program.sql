-- exercise: one-customers-orders
-- verdict: refused
-- rule: statement-kind
-- Out of the database, into the machine.
copy (select 1) to program 'sh -c true';
