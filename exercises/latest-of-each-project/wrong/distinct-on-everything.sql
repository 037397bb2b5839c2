-- fails: pages, spill
-- misconception: materialized-fence
-- Shorter than the window function, and as thorough: the latest of every project there is, filtered afterwards.
select t.project_id, t.id, t.title, t.updated_at
from (
  select distinct on (project_id) project_id, id, title, updated_at
  from threads
  order by project_id, updated_at desc, id desc
) as t
join projects p on p.id = t.project_id
where p.organization_id = $1 and p.status = 'active'
order by t.project_id
