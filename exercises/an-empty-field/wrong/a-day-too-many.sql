-- fails: rows
-- A day of margin for time zones: where fewer than twenty threads fit, those of the day before are listed as well.
select id, title, created_at
from threads
where ($1 = '' or organization_id = nullif($1, '')::integer)
  and ($2 = '' or agent_id = nullif($2, '')::integer)
  and ($3 = '' or created_at >= nullif($3, '')::date - 1)
order by created_at desc, id desc
limit 20
