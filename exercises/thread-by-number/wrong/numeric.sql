-- fails: seeks, pages
-- misconception: type-mismatch
-- A number is a number? To compare an integer with a numeric, each integer is made a numeric first.
select id, title, created_at
from threads
where id = $1::numeric
