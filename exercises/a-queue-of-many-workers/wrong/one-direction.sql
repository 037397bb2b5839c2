-- fails: pages
-- Read backwards, the priority falls, and so does the time: the oldest of a priority comes last.
create index on jobs (queue, priority, run_at, id) where state = 'ready';
