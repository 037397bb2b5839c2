-- fails: rows
-- BETWEEN takes in the first number of the millisecond at the end.
select id, thread_id, bytes
from messages
where id between ceil(extract(epoch from $1::timestamptz - '2025-01-01 00:00+00') * 1000)::bigint << 22
  and ceil(extract(epoch from $2::timestamptz - '2025-01-01 00:00+00') * 1000)::bigint << 22
order by id
