-- fails: one-each, pages
-- Unique as typed. In capitals it is another address, for the import and for the search.
create unique index on customers (email);
