-- fails: rows
-- The first of January without a time zone is that of the server. Where it stands in Berlin, the year begins an hour early.
select id, thread_id, bytes
from messages
where id >= ceil(extract(epoch from $1::timestamptz - timestamp '2025-01-01 00:00') * 1000)::bigint << 22
  and id < ceil(extract(epoch from $2::timestamptz - timestamp '2025-01-01 00:00') * 1000)::bigint << 22
order by id
