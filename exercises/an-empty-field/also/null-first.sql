-- The empty text made NULL once, and the usual form of a filter that is off.
select id, title, created_at
from threads
where (nullif($1, '') is null or organization_id = nullif($1, '')::integer)
  and (nullif($2, '') is null or agent_id = nullif($2, '')::integer)
  and (nullif($3, '') is null or created_at >= nullif($3, '')::timestamptz)
order by created_at desc, id desc
limit 20
