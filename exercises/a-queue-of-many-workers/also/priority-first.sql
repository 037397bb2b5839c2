-- A worker of one queue finds its part of each priority.
create index on jobs (priority desc, queue, run_at, id) where state = 'ready';
