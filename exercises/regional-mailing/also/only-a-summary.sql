-- Once the table is sorted, a block range index is enough, and takes a few pages.
create index customers_city_idx on customers (city);
cluster customers using customers_city_idx;
drop index customers_city_idx;
create index customers_city_ranges on customers using brin (city) with (pages_per_range = 4);
analyze customers;
