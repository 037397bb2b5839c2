-- fails: lean
-- GIN takes several columns, so the details come along. No search asks for them.
create index on products using gin (to_tsvector('english', name || ' ' || coalesce(description, '')), attributes);
