-- exercise: never-twice-in-a-quarter
-- verdict: failed
-- fails: seeks
-- An index on the table alone is on none of its partitions, and is not valid.
create unique index on only orders_by_quarter (reference, created_at);
