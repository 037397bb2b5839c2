-- fails: rows, seeks, pages
-- misconception: function-on-column
-- Shorter, and 17 is found inside 1742 as well.
select id, title, updated_at
from threads
where $1 like '%' || id || '%'
order by id
