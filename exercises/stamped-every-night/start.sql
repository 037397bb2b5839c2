-- How many pages does the table have, and how many rows lie in them?
select pg_relation_size('inventory') / 8192 as pages, count(*) as rows from inventory;
