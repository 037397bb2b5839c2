-- fails: pages
-- misconception: file-not-shorter
-- Nobody is shut out, and the table is as long as it was.
reindex table concurrently outbox;
