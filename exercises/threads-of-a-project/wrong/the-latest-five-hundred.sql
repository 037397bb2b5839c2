-- fails: rows
-- No project has five hundred threads today, so it stops counting there.
select count(*) as threads, max(t.updated_at) as latest
from (
  select updated_at from threads where project_id = $1 order by updated_at desc limit 500
) as t
