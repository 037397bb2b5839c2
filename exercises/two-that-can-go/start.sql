-- Four indexes and the primary key. Which two do nothing that another does not do as well?
select indexname, indexdef from pg_indexes where tablename = 'users' order by indexname;
