-- exercise: stamped-every-night
-- verdict: refused
-- rule: statement-kind
-- behind: unchanged
-- Written by hand, and then the order of the rows is another, so that ANALYZE would not find the same anyway.
analyze inventory;
update pg_statistic set stadistinct = 3 where starelid = 'inventory'::regclass and staattnum = 1;
cluster inventory using inventory_pkey;
