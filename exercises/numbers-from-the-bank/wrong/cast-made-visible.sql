-- fails: seeks, pages
-- misconception: type-mismatch
-- The cast written out where PostgreSQL makes it by itself: on the column that is indexed.
select l.id, l.booked_at, l.amount, o.id as order_id, o.status, o.total
from bank_lines l
join orders o on o.id::numeric = l.order_no
where l.file = $1
order by l.id
