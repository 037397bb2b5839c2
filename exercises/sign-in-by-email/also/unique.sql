-- Says at the same time that no two customers share an address.
create unique index on customers (lower(email));
