create index on products
using gin (to_tsvector('english', name || ' ' || coalesce(description, '')));
