-- exercise: one-customers-orders
-- verdict: refused
-- rule: statement-kind
-- behind: unchanged
-- Row security switched on in the catalog, without a policy: nobody sees a row.
update pg_class set relrowsecurity = true, relforcerowsecurity = true where oid = 'orders'::regclass;
