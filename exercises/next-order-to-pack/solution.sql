create index on orders (status, id);
