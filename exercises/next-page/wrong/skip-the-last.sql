-- fails: rows
-- From the same minute on, without the row that was last: the others of that minute come a second time.
select id, created_at, total
from orders
where created_at <= $1 and id <> $2
order by created_at desc, id desc
limit 20
