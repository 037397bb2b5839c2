select count(*) as threads, max(t.updated_at) as latest
from threads t
where t.project_id = $1
