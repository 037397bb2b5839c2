select id, title, updated_at
from threads
where id in (select unnest(string_to_array($1, ',')::integer[]))
order by id
