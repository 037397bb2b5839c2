-- fails: spill
-- misconception: spilled-to-disk
-- Fewer rows to sort, and DISTINCT is still inside the aggregate, where it cannot be hashed.
select kind, count(distinct thread_id) filter (where thread_id > 0) as threads
from activities
where created_at >= $1
group by kind
order by kind
