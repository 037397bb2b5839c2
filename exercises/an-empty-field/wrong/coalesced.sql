-- fails: rows
-- Short, and every column is compared with itself where the field is empty. NULL does not equal NULL: threads without an agent are gone.
select id, title, created_at
from threads
where organization_id = coalesce(nullif($1, '')::integer, organization_id)
  and agent_id = coalesce(nullif($2, '')::integer, agent_id)
  and created_at >= coalesce(nullif($3, '')::date, '-infinity')
order by created_at desc, id desc
limit 20
