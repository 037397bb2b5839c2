vacuum (freeze, truncate on, index_cleanup on) public.outbox;
