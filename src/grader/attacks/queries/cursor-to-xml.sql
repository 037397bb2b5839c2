-- exercise: orders-of-a-day
-- verdict: refused
-- rule: function
-- behind: rows
-- The same by way of a table name.
select id, total from orders where table_to_xml('categories', true, false, '') is not null and created_at = $1
