-- exercise: orders-of-a-day
-- verdict: failed
-- fails: rows
-- Uses the parameter, and returns the shown rows whatever it is.
select id, total from orders where id between 114645 and 114755 and ($1 is not null) order by id
