create index on customers (lower(email));
