select id, title, created_at
from threads
where ($1 = '' or organization_id = nullif($1, '')::integer)
  and ($2 = '' or agent_id = nullif($2, '')::integer)
  and ($3 = '' or created_at >= nullif($3, '')::date)
order by created_at desc, id desc
limit 20
