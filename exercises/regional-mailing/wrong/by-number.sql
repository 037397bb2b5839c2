-- fails: pages
-- CLUSTER is the right word; by the primary key it puts the table into the order which it has already.
create index customers_city_idx on customers (city);
cluster customers using customers_pkey;
