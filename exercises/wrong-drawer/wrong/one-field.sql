-- fails: seeks, pages
-- misconception: function-on-column
-- Smaller, and about one field; the query asks about the column.
create index on threads using gin ((metadata->'status') jsonb_path_ops);
