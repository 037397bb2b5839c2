create index customers_city_id_idx on customers (city, id);
cluster customers using customers_city_id_idx;
analyze customers;
