-- Ties of one moment are rare: they are sorted as they come.
create index on jobs (queue, priority desc, run_at) where state = 'ready';
