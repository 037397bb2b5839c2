-- fails: seeks, pages
-- misconception: function-on-column
-- The usual advice for JSON filters. It fits metadata->>'priority' = 'urgent', which this query does not say.
create index on threads ((metadata->>'priority'));
