-- fails: alone, no-visits, pages
-- misconception: select-star
-- Counting whole rows asks for every column there is.
select count(t) as threads, max(t.updated_at) as latest
from threads t
where t.project_id = $1
