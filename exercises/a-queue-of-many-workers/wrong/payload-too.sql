-- fails: lean
-- misconception: redundant-write-cost
-- FOR UPDATE goes to the row in any case: nothing is saved by its text in the index.
create index on jobs (queue, priority desc, run_at, id) include (payload) where state = 'ready';
