-- As an integer, where it is one that fits.
select l.id, l.booked_at, l.amount, o.id as order_id, o.status, o.total
from bank_lines l
join orders o on o.id = case
  when l.order_no between 1 and 2147483647 and l.order_no = floor(l.order_no) then l.order_no::integer
end
where l.file = $1
order by l.id
