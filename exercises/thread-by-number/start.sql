select id, title, created_at
from threads
where id::text = $1
