-- 2 to the power of 22, and microseconds that are divided.
select m.id, m.thread_id, m.bytes
from messages m
where m.id >= (ceil((extract(epoch from $1::timestamptz) - 1735689600) * 1000) * 4194304)::bigint
  and not m.id >= (ceil((extract(epoch from $2::timestamptz) - 1735689600) * 1000) * 4194304)::bigint
order by m.id
