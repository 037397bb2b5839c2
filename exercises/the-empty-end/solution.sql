vacuum (truncate) outbox;
