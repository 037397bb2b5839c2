create index on customers using hash (phone);
create index on customers using hash (email);
