-- fails: rows
-- The milliseconds since 1970, as everywhere else. These numbers begin with 2025.
select id, thread_id, bytes
from messages
where id >= ceil(extract(epoch from $1::timestamptz) * 1000)::bigint << 22
  and id < ceil(extract(epoch from $2::timestamptz) * 1000)::bigint << 22
order by id
