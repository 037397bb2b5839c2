-- fails: seeks, pages
-- misconception: function-on-column
-- "JSON wants GIN": for containment. It does not know the operator ->>.
create index on threads using gin (metadata);
