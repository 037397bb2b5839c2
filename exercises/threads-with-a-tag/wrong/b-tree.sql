-- fails: seeks, pages, lean
-- misconception: type-mismatch
-- The column that is searched, in the default kind of index: it compares whole documents only.
create index on threads (metadata);
