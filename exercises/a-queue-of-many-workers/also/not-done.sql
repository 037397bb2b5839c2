-- Failed jobs are in it too; they are few.
create index on jobs (queue, priority desc, run_at, id) where state <> 'done';
