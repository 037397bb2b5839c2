-- exercise: city-and-country
-- verdict: refused
-- rule: statement-kind
-- behind: unchanged
-- A target of zero keeps ANALYZE from looking at the column.
alter table customers alter column country set statistics 0;
analyze customers;
