-- exercise: orders-of-a-day
-- verdict: refused
-- rule: hidden-column
-- behind: rows
-- ctid, asked of the whole row.
select o.id, o.total from orders o where (o).ctid between '(950,1)' and '(965,1)' and date_trunc('day', o.created_at) = $1 order by o.id
