-- fails: rows
-- With GROUP BY a project that has no thread gives no row at all, instead of 0.
select count(*) as threads, max(t.updated_at) as latest
from threads t
where t.project_id = $1
group by t.project_id
