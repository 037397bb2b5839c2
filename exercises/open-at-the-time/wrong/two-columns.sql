-- fails: seeks, pages
-- misconception: function-on-column
-- Both ends of the range are in the index, but the query asks by the range.
create index on threads (created_at, updated_at);
