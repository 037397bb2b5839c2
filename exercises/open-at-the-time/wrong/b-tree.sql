-- fails: seeks, pages
-- misconception: type-mismatch
-- The right expression in the default kind of index: that compares ranges with =, < and >, and knows no @>.
create index on threads (tstzrange(created_at, updated_at));
