-- fails: spill
-- misconception: spilled-to-disk
-- The same sort, and arrays of all threads besides.
select kind, cardinality(array_remove(array_agg(distinct thread_id), null)) as threads
from activities
where created_at >= $1
group by kind
order by kind
