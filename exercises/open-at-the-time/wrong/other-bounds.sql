-- fails: seeks, pages
-- misconception: function-on-column
-- With the upper end included it is another range, and not the query's.
create index on threads using gist (tstzrange(created_at, updated_at, '[]'));
