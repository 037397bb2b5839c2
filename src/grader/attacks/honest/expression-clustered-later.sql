-- exercise: regional-mailing
-- An index that was tried and dropped again, and the rows put in order in between.
create index customers_mail on customers (lower(email));
create index customers_city_idx on customers (city, id);
analyze customers;
cluster customers using customers_city_idx;
drop index customers_mail;
vacuum (analyze) customers;
