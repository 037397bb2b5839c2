-- exercise: orders-of-a-day
-- verdict: failed
-- fails: seeks
-- Hints, for an extension that is not there.
/*+ IndexScan(orders orders_created_at_idx) Set(enable_seqscan off) */
select id, total from orders where date_trunc('day', created_at) = $1 order by id
