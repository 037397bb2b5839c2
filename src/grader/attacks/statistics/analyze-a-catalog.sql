-- exercise: city-and-country
-- verdict: refused
-- rule: schema
-- The statistics table itself can be analyzed, and pg_class with it.
analyze pg_catalog.pg_statistic;
