-- exercise: orders-of-a-day
-- verdict: refused
-- rule: no-table
-- JSON_TABLE over a text of one’s own.
select id, total from json_table('[{"id": 1, "total": 2}]', '$[*]' columns (id integer path '$.id', total numeric path '$.total'));
