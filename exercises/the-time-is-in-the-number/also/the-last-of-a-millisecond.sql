-- Above the last number of the millisecond before, up to the last of the one before the end.
with bounds as (
  select ceil(extract(epoch from $1::timestamptz) * 1000)::bigint - 1735689600000 as low,
    ceil(extract(epoch from $2::timestamptz) * 1000)::bigint - 1735689600000 as high
)
select id, thread_id, bytes
from messages
where id > ((select low - 1 from bounds) << 22 | 4194303)
  and id <= ((select high - 1 from bounds) << 22 | 4194303)
order by id
