-- fails: seeks, pages
-- misconception: function-on-column
-- The times are numbers now, and are compared with what a shift makes of the id. The index is in the order of the id.
select id, thread_id, bytes
from messages
where id >> 22 >= ceil(extract(epoch from $1::timestamptz - '2025-01-01 00:00+00') * 1000)::bigint
  and id >> 22 < ceil(extract(epoch from $2::timestamptz - '2025-01-01 00:00+00') * 1000)::bigint
order by id
