-- fails: pages
-- misconception: low-selectivity
-- As few entries as possible: a range now holds most of the table, and says nothing.
create index on orders using brin (created_at) with (pages_per_range = 1500);
