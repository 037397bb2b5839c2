-- fails: one-of-two, lean
-- misconception: redundant-write-cost
-- Whoever saves another text is let in, and that is what gets lost.
create unique index on revisions (page_id, version, md5(body));
