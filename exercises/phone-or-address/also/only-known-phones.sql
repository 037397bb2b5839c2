create index on customers (phone) where phone is not null;
create index on customers (email);
