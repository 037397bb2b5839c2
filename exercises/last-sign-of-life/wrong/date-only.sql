-- fails: alone, pages
-- misconception: wrong-leading-column
-- The maximum of a column wants an index on that column, unless it is a maximum of some rows.
create index on activities (created_at);
