-- How full are the pages, and which indexes does a stamp write to?
select reloptions, relpages from pg_class where relname = 'users';
select indexname, indexdef from pg_indexes where tablename = 'users' order by indexname;
