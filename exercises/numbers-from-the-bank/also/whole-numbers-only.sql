-- The lines that can belong to an order are chosen first.
select l.id, l.booked_at, l.amount, o.id as order_id, o.status, o.total
from bank_lines l
join orders o on o.id = l.order_no::bigint
where l.file = $1 and l.order_no = trunc(l.order_no)
order by l.id
