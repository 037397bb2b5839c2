-- fails: rows
-- An empty field taken for the question which threads have no agent.
select id, title, created_at
from threads
where ($1 = '' or organization_id = nullif($1, '')::integer)
  and (agent_id = nullif($2, '')::integer or ($2 = '' and agent_id is null))
  and ($3 = '' or created_at >= nullif($3, '')::date)
order by created_at desc, id desc
limit 20
