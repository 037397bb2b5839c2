-- With its values known, a CASE is worked out before planning as well.
select id, title, created_at
from threads
where case when $1 = '' then true else organization_id = $1::integer end
  and case when $2 = '' then true else agent_id = $2::integer end
  and created_at >= case when $3 = '' then '-infinity'::timestamptz else $3::timestamptz end
order by created_at desc, id desc
limit 20
