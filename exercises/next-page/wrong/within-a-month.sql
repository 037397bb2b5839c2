-- fails: rows
-- "The next twenty are never further than a month away." In a quiet year they are, and the list ends before its end.
select id, created_at, total
from orders
where (created_at, id) < ($1, $2) and created_at > $1 - interval '1 month'
order by created_at desc, id desc
limit 20
