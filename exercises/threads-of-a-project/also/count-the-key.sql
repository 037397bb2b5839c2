-- The column that is counted is in the index, and never null.
select count(t.project_id) as threads, max(t.updated_at) as latest
from threads t
where t.project_id = $1
