-- To PostgreSQL count(1) is count(*) with a constant to look at.
select count(1) as threads, max(t.updated_at) as latest
from threads t
where t.project_id = $1
