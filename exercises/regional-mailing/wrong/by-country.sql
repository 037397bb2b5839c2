-- fails: pages
-- Cities of one country come together, and lie scattered within it.
create index customers_city_idx on customers (city);
create index customers_country_idx on customers (country);
cluster customers using customers_country_idx;
