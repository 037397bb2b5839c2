select id, title, created_at
from threads
where id = $1::integer
