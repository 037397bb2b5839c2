-- fails: seeks, pages
-- misconception: function-on-column
-- Shorter, and a different expression: it is NULL where there is no description. The planner does not use it.
create index on products using gin (to_tsvector('english', name || ' ' || description));
