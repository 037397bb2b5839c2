-- fails: rows
-- As an integer below a million: there are 200,000 orders today. An integer goes on to two thousand millions.
select l.id, l.booked_at, l.amount, o.id as order_id, o.status, o.total
from bank_lines l
join orders o on o.id = l.order_no and o.id = case when l.order_no < 1000000 then l.order_no::integer end
where l.file = $1
order by l.id
