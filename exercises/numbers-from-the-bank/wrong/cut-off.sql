-- fails: rows
-- What stands after the point is cut off, so the second part counts as the order itself.
select l.id, l.booked_at, l.amount, o.id as order_id, o.status, o.total
from bank_lines l
join orders o on o.id = trunc(l.order_no)::bigint
where l.file = $1
order by l.id
