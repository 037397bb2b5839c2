-- exercise: city-and-country
-- verdict: refused
-- rule: statement-kind
-- behind: unchanged
-- Statistics are rows of a catalog, and the catalog can be written to.
delete from pg_statistic where starelid = 'customers'::regclass;
