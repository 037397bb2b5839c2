-- fails: seeks, pages
-- misconception: function-on-column
-- The words unstemmed: kettle would no longer find kettles. Not what the query asks for.
create index on products using gin (to_tsvector('simple', name || ' ' || coalesce(description, '')));
