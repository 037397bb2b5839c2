-- fails: pages
-- misconception: wrong-leading-column
-- Good for a queue that has half of the jobs; the export’s five lie among those of all the others.
create index on jobs (priority desc, run_at, id) where state = 'ready';
