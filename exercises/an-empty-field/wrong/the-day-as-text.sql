-- fails: pages
-- The numbers are mended. The day is still made a text, which does no harm until fewer than twenty threads are that new.
select id, title, created_at
from threads
where ($1 = '' or organization_id = nullif($1, '')::integer)
  and ($2 = '' or agent_id = nullif($2, '')::integer)
  and ($3 = '' or created_at::date::text >= $3)
order by created_at desc, id desc
limit 20
