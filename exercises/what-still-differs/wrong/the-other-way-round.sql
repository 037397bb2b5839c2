-- fails: left-seeks, left-pages, next-pages
-- misconception: partial-not-implied
-- The two sides exchanged, which means the same. PostgreSQL tries that with = and <, and not with IS DISTINCT FROM.
create index on invoices (id) where (total * 100)::bigint is distinct from total_cents;
