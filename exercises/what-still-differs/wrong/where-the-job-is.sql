-- fails: left-seeks, left-pages, next-pages, nothing-idle
-- misconception: partial-not-implied
-- As far as the job has come. The query does not know that.
create index on invoices (id) where id > 57000;
