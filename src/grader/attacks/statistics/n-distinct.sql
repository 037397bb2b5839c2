-- exercise: city-and-country
-- verdict: refused
-- rule: statement-kind
-- behind: unchanged
-- A column may be told how many values it has.
alter table customers alter column city set (n_distinct = 1);
analyze customers;
