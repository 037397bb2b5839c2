-- integer and bigint share one family of operators: the index serves this comparison as well.
select id, title, created_at
from threads
where id = $1::bigint
