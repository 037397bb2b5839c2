-- fails: seeks, pages
-- misconception: invalid-index
-- The only index that an error message ever named.
reindex index orders_pkey;
