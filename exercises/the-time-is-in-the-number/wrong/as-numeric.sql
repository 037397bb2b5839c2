-- fails: seeks, pages
-- The bound is computed as numeric. To compare with it, PostgreSQL makes a numeric of each id, and the index holds integers.
select id, thread_id, bytes
from messages
where id >= ceil(extract(epoch from $1::timestamptz - '2025-01-01 00:00+00') * 1000) * 4194304
  and id < ceil(extract(epoch from $2::timestamptz - '2025-01-01 00:00+00') * 1000) * 4194304
order by id
