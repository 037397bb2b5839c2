-- fails: pages
-- The lost threads are back. IS NOT DISTINCT FROM is no operator that an index on the agent could search by.
select id, title, created_at
from threads
where organization_id = coalesce(nullif($1, '')::integer, organization_id)
  and agent_id is not distinct from coalesce(nullif($2, '')::integer, agent_id)
  and created_at >= coalesce(nullif($3, '')::date, '-infinity')
order by created_at desc, id desc
limit 20
