-- fails: seeks, pages
-- misconception: function-on-column
-- All references are in capitals, so upper() changes nothing, except that the query does not say it.
create index on orders (upper(reference) text_pattern_ops);
