-- fails: seeks, pages
-- misconception: function-on-column
-- Text is compared with LIKE, someone said.
select id, title, created_at
from threads
where id::text like $1
