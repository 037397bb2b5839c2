-- fails: rows
-- The microseconds are cut off, of the beginning and of the end.
select id, thread_id, bytes
from messages
where id >= floor(extract(epoch from $1::timestamptz - '2025-01-01 00:00+00') * 1000)::bigint << 22
  and id < floor(extract(epoch from $2::timestamptz - '2025-01-01 00:00+00') * 1000)::bigint << 22
order by id
