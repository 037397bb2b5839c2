-- fails: rows
-- "The last second of the day" is not its end: what happens half a second later is on no list.
select id, total
from orders
where created_at between $1 and $1 + interval '23 hours 59 minutes 59 seconds'
order by id
