-- exercise: stamped-every-night
-- Rebuilt twice, once without a lock.
vacuum full inventory;
reindex table concurrently inventory;
analyze inventory;
