-- fails: rows
-- The right type, and a tolerance for what was rounded: 4711.001 counts as 4711.
select l.id, l.booked_at, l.amount, o.id as order_id, o.status, o.total
from bank_lines l
join orders o on o.id = l.order_no::bigint and abs(o.id - l.order_no) < 0.05
where l.file = $1
order by l.id
