-- exercise: one-customers-orders
-- verdict: failed | timeout
-- Two million rows for whoever shows them.
select g, md5(g::text) from generate_series(1, 2000000) g;
