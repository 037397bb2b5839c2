-- fails: rows
-- misconception: keyset-apart
-- "Earlier, and a smaller id": loses every earlier order that has a greater id, and the rest of the minute.
select id, created_at, total
from orders
where created_at < $1 and id < $2
order by created_at desc, id desc
limit 20
