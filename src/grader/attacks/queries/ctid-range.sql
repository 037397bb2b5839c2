-- exercise: orders-of-a-day
-- verdict: refused
-- rule: hidden-column
-- behind: rows
-- Orders lie in the order of their dates, so a day is a range of pages.
select id, total from orders where ctid between '(950,1)' and '(965,1)' and date_trunc('day', created_at) = $1 order by id
