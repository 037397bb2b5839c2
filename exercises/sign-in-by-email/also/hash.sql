create index on customers using hash (lower(email));
