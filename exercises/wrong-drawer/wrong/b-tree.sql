-- fails: seeks, pages
-- misconception: type-mismatch
-- Documents in sorted order, each as a whole.
create index on threads (metadata);
