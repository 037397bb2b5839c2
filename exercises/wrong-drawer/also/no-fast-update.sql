-- No pending list: inserts are slower, and the check never has one to read.
create index on threads using gin (metadata jsonb_path_ops) with (fastupdate = off);
