-- fails: pages
-- The index is small again; the query reads the table.
reindex table inventory;
