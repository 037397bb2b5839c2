-- fails: seeks, pages
-- misconception: function-on-column
-- Comparing what one would print: the conversion hides the column as well.
select id, total
from orders
where to_char(created_at, 'YYYY-MM-DD') = to_char($1::timestamptz, 'YYYY-MM-DD')
order by id
