-- fails: pages
-- misconception: whole-group-for-one
-- One row for each kind, and all of its entries are passed on the way to the next.
select distinct on (kind) kind, created_at as latest
from activities
where created_at < $1
order by kind, created_at desc
