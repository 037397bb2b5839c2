create index on customers (country, created_at desc, id);
