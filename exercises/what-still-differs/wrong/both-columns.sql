-- fails: left-seeks, left-pages, next-pages, lean, writes
-- The two columns. An index is searched for a value, and the difference of two is none.
create index on invoices (total_cents, total);
