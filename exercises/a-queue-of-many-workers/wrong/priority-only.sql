-- fails: pages
-- In the order of priority the jobs that are not due yet come first.
create index on jobs (queue, priority desc) where state = 'ready';
