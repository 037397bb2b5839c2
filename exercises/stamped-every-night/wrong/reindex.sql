-- fails: pages
-- misconception: file-not-shorter
-- The index is small again; the query reads the table.
reindex table inventory;
