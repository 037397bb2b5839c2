-- Read backwards it is the same order.
create index on jobs (queue, priority, run_at desc, id desc) where state = 'ready';
