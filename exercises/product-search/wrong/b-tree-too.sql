-- fails: lean
-- The search, and beside it a b-tree of the same texts "for the list". A b-tree of sentences finds no word.
create index on products using gin (to_tsvector('english', name || ' ' || coalesce(description, '')));
create index on products (name, description, sku, attributes);
