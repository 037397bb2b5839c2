-- fails: seeks, pages
-- misconception: type-mismatch
-- One > too few: this indexes the JSON value "urgent", and the query compares the text urgent.
create index on threads ((metadata->'priority'), created_at);
