-- Sixteen pages to a range: a bigger index, still tiny, and fewer pages to read.
create index on orders using brin (created_at) with (pages_per_range = 16);
