create index on jobs (queue, priority desc, run_at, id) where state = 'ready';
