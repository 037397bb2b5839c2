-- fails: rows
-- Six searches, for the six kinds of today. The seventh will never be seen.
select k.kind, l.latest
from unnest(array['archived', 'assigned', 'closed', 'commented', 'opened', 'signed_in']) as k (kind)
cross join lateral (
  select max(a.created_at) as latest from activities a where a.kind = k.kind and a.created_at < $1
) as l
where l.latest is not null
order by k.kind
