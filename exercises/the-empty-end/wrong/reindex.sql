-- fails: pages, open
-- misconception: file-not-shorter
-- The index is short now. The query reads the table, and others may not write to it meanwhile.
reindex table outbox;
