-- Without those that are about no thread, which the query cannot ask for.
create index on activities (thread_id, created_at) where thread_id is not null;
