-- fails: rows
-- The lines of a file are found by their ids, forty in a row. So it is in the files that are there.
select l.id, l.booked_at, l.amount, o.id as order_id, o.status, o.total
from bank_lines l
join orders o on o.id = l.order_no::bigint and o.id = l.order_no
where l.id between $1 * 40 - 39 and $1 * 40
order by l.id
