-- fails: pages
-- misconception: function-on-column
-- The time is mended, which is what the list is sorted by. The agent is still a text made of a number.
select id, title, created_at
from threads
where ($1 = '' or organization_id = nullif($1, '')::integer)
  and ($2 = '' or coalesce(agent_id::text, '') = $2)
  and ($3 = '' or created_at >= nullif($3, '')::date)
order by created_at desc, id desc
limit 20
