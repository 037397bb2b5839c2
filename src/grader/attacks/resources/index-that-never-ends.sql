-- exercise: one-customers-orders
-- verdict: timeout
-- Forty megabytes of text a row, to be cut into words for an index.
create index on orders using gin (to_tsvector('simple', repeat(reference || ' ', 400000)));
