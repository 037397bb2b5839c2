-- exercise: phone-or-address
-- Each half of an OR has its index.
create index on customers using hash (email);
create index on customers (phone) where phone is not null;
