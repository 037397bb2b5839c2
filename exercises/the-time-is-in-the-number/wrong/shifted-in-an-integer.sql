-- fails: sql-error
-- Milliseconds in an integer: it holds 24 days of them.
select id, thread_id, bytes
from messages
where id >= ceil(extract(epoch from $1::timestamptz - '2025-01-01 00:00+00') * 1000)::integer << 22
  and id < ceil(extract(epoch from $2::timestamptz - '2025-01-01 00:00+00') * 1000)::integer << 22
order by id
