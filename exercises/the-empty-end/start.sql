-- How long is the file, and how far do its rows go?
select pg_relation_size('outbox') / 8192 as pages, count(*) as rows, max(ctid) as last_row from outbox;
