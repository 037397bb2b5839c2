-- fails: seeks, pages
-- The most pages in one run: a report that ran four times.
create index on threads (organization_id) include (id);
