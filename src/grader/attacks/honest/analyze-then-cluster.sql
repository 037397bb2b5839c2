-- exercise: stamped-every-night
-- Counted, put in order and counted again.
analyze inventory;
cluster inventory using inventory_pkey;
vacuum (analyze) inventory;
