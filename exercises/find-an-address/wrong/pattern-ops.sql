-- fails: seeks, pages
-- misconception: leading-wildcard
-- text_pattern_ops is for LIKE, as the manual says: for patterns that begin with a letter.
create index on customers (email text_pattern_ops);
