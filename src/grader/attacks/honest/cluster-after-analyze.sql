-- exercise: stamped-every-night
-- The statistics are older than the order of the rows.
vacuum (analyze) inventory;
cluster inventory using inventory_pkey;
