-- fails: seeks, pages
-- misconception: low-selectivity
-- Tiny, and every range of pages holds tokens from 0 to f.
create index on sessions using brin (token);
