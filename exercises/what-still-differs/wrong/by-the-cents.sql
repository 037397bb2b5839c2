-- fails: left-seeks, left-pages, next-pages, nothing-idle
-- The right rows in the order of the cents. The planner takes nearly every row for different and expects to jump about.
create index on invoices (total_cents) where total_cents is distinct from (total * 100)::bigint;
