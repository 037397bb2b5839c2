-- exercise: orders-of-a-day
-- verdict: failed
-- fails: rows
-- The answer as a document, and a table beside it so that one is read.
select r.id, r.total from json_to_recordset('[{"id": 1, "total": 2.5}]') as r (id integer, total numeric(10,2)) where exists (select from orders) and $1 is not null order by 1
