-- fails: left-seeks, left-pages, next-pages
-- misconception: partial-not-implied
-- The same to a reader, without the cast. PostgreSQL compares the conditions as they are written.
create index on invoices (id) where total_cents is distinct from total * 100;
