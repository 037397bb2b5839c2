select id, title, created_at
from threads
where ($1 = '' or organization_id::text = $1)
  and ($2 = '' or agent_id::text = $2)
  and ($3 = '' or created_at::date::text >= $3)
order by created_at desc, id desc
limit 20
