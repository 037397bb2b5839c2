-- fails: pages
-- misconception: sort-not-served
-- Finds the jobs that are due, and has to look at all of them for the five that go first.
create index on jobs (queue, run_at) where state = 'ready';
