-- fails: pages
-- misconception: function-on-column
-- A function instead of LIKE. The list is still searched once for every thread.
select id, title, updated_at
from threads
where position(',' || id || ',' in ',' || $1 || ',') > 0
order by id
