-- exercise: orders-of-a-day
-- verdict: refused
-- rule: no-table
-- The answer as a document.
select id, total from json_to_recordset('[{"id": 1, "total": 2.5}]') as r (id integer, total numeric) where $1 is not null
