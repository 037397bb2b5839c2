create index customers_city_idx on customers (city);
cluster customers using customers_city_idx;
