-- Which of these says nothing that another does not say already?
select indexname, indexdef from pg_indexes where tablename = 'orders' order by indexname;
