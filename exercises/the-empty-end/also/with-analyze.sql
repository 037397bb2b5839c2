vacuum (truncate true, analyze) outbox;
