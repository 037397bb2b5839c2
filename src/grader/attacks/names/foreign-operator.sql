-- exercise: orders-of-a-day
-- verdict: refused
-- rule: operator
-- behind: sql-error
-- An operator named by schema may be anything that someone created there.
select id, total from orders where created_at operator(public.>=) $1 order by id
