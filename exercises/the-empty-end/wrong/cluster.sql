-- fails: open
-- Writes the table anew in the order of its key: nobody can read it meanwhile.
cluster outbox using outbox_pkey;
