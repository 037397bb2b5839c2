-- fails: rows
-- In the order of the booking, which is that of the ids as long as the bank books in the order in which it counts.
select l.id, l.booked_at, l.amount, o.id as order_id, o.status, o.total
from bank_lines l
join orders o on o.id = l.order_no::bigint and o.id = l.order_no
where l.file = $1
order by l.booked_at
