-- exercise: orders-of-a-day
-- verdict: refused
-- rule: function
-- A column may be written like a function.
select id(o) as id, total(o) as total from orders o where ctid(o) > '(0,0)' and o.created_at >= $1
