-- fails: left-seeks, left-pages, next-pages
-- misconception: partial-not-implied
-- With <>, a NULL is neither the same nor another: three thousand rows are not in it.
create index on invoices (id) where total_cents <> (total * 100)::bigint;
