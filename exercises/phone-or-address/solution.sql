create index on customers (phone);
create index on customers (email);
