-- fails: seeks, pages, rows
-- misconception: function-on-column
-- Text is the same on both sides, as long as nobody writes 4711.00. And still the id is converted.
select l.id, l.booked_at, l.amount, o.id as order_id, o.status, o.total
from bank_lines l
join orders o on o.id::text = l.order_no::text
where l.file = $1
order by l.id
