-- fails: rows
-- Answered from the index, and another question: two threads that changed in the same minute count as one.
select count(distinct t.updated_at) as threads, max(t.updated_at) as latest
from threads t
where t.project_id = $1
