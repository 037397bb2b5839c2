-- fails: one-of-two
-- Unique for what is saved from this year on. A form that was open for long saves a version that was saved before, and is let in.
create unique index on revisions (page_id, version) where saved_at >= '2025-01-01';
create index on revisions (page_id, version);
