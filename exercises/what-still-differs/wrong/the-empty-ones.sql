-- fails: left-seeks, left-pages, next-pages
-- misconception: partial-not-implied
-- The rows that the job has not come to. Those that are filled and wrong are not in it, so it cannot be used.
create index on invoices (id) where total_cents is null;
