-- exercise: orders-of-a-day
-- verdict: refused
-- rule: unknown-table
-- behind: sql-error
-- Worked out beforehand, and wrong from the next order on.
select id, total from orders_by_day where day = $1 order by id
