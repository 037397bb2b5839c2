-- fails: seeks, pages
-- misconception: function-on-column
-- The conversion has another name and stands on the same side.
select id, title, created_at
from threads
where format('%s', id) = $1
