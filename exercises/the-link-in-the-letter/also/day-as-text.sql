select id, created_at, status, total
from orders_by_quarter
where id = $1
  and created_at >= ($2 || ' 00:00+00')::timestamptz
  and created_at < ($2 || ' 00:00+00')::timestamptz + interval '24 hours'
