-- exercise: city-and-country
-- verdict: refused
-- rule: statement-kind
-- behind: close
-- One bucket, one value: ANALYZE under another target writes other statistics.
set default_statistics_target = 1;
analyze customers;
