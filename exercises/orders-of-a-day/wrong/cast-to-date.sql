-- fails: seeks, pages
-- misconception: function-on-column
-- Looks like less of a function. A cast is one, too.
select id, total
from orders
where created_at::date = $1::date
order by id
