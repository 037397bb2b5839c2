-- exercise: threads-with-a-tag
-- Entered at once instead of in a list.
create index concurrently on threads using gin (metadata jsonb_path_ops) with (fastupdate = off);
