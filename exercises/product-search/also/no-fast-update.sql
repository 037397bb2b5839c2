-- Words go straight to their place on each insert, and searches never have a pending list to read.
create index on products
using gin (to_tsvector('english', name || ' ' || coalesce(description, ''))) with (fastupdate = off);
