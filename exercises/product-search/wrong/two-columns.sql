-- fails: seeks, pages
-- misconception: function-on-column
-- Both texts are in the index, each apart; the query looks in the two put together.
create index on products
using gin (to_tsvector('english', name), to_tsvector('english', coalesce(description, '')));
