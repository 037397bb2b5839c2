-- fails: gate
-- What is due changes by the second, so it can be no condition of an index.
create index on jobs (queue, priority desc, run_at, id) where state = 'ready' and run_at <= now();
