-- fails: alone, no-visits, pages
-- misconception: select-star
-- "Count the primary key, it is the quickest": it is not in this index.
select count(t.id) as threads, max(t.updated_at) as latest
from threads t
where t.project_id = $1
