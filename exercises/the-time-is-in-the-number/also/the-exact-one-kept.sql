-- A range of ids that surely holds them, and beside it the times as they were asked for.
select id, thread_id, bytes
from messages
where id >= floor(extract(epoch from $1::timestamptz - '2025-01-01 00:00+00') * 1000)::bigint << 22
  and id < ceil(extract(epoch from $2::timestamptz - '2025-01-01 00:00+00') * 1000)::bigint << 22
  and timestamptz '2025-01-01 00:00+00' + (id >> 22) * interval '1 millisecond' >= $1
order by id
