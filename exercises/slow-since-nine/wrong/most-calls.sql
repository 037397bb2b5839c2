-- fails: seeks, pages, nothing-idle
-- The most calls. A thread is found by its primary key, and has been all along.
create index on threads (id);
