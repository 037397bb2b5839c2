-- fails: seeks, pages
-- misconception: function-on-column
-- The list is taken apart, and then every id is made a text to be compared with its pieces.
select id, title, updated_at
from threads
where id::text = any (string_to_array($1, ','))
order by id
