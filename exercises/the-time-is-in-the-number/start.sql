select id, thread_id, bytes
from messages
where timestamptz '2025-01-01 00:00+00' + (id >> 22) * interval '1 millisecond' >= $1
  and timestamptz '2025-01-01 00:00+00' + (id >> 22) * interval '1 millisecond' < $2
order by id
