create unique index on customers (lower(email));
