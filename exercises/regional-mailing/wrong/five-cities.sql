-- fails: pages
-- The cities that get a letter this month are brought together. Next month it is others.
create index customers_five_idx on customers (
  (case when city in ('Praha', 'Aarhus', 'Torino', 'Bergen', 'Siena') then city end)
);
cluster customers using customers_five_idx;
drop index customers_five_idx;
create index on customers (city);
