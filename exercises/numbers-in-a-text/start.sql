select id, title, updated_at
from threads
where ',' || $1 || ',' like '%,' || id || ',%'
order by id
