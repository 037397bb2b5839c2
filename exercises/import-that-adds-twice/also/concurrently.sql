-- Built beside the running imports, which on a server do not have to wait for it.
create unique index concurrently on customers (lower(email));
analyze customers;
