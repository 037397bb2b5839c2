-- fails: rows
-- The bounds in whole seconds, multiplied afterwards.
select id, thread_id, bytes
from messages
where id >= (extract(epoch from $1::timestamptz - '2025-01-01 00:00+00')::bigint * 1000) << 22
  and id < (extract(epoch from $2::timestamptz - '2025-01-01 00:00+00')::bigint * 1000) << 22
order by id
