-- A thread has a few activities; they are sorted in no time.
create index on activities (thread_id);
