-- fails: rows
-- The cast rounds to the nearest millisecond. A bound a little after a message then lets it in.
select id, thread_id, bytes
from messages
where id >= (extract(epoch from $1::timestamptz - '2025-01-01 00:00+00') * 1000)::bigint << 22
  and id < (extract(epoch from $2::timestamptz - '2025-01-01 00:00+00') * 1000)::bigint << 22
order by id
