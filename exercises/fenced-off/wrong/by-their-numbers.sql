-- fails: rows
-- Numbers are given in order of time, so the first order of 2021 would tell the others. They need not be.
select id, created_at, total
from orders
where id > 20200 and customer_id = $1
order by id
