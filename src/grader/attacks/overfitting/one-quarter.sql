-- exercise: never-twice-in-a-quarter
-- verdict: failed
-- fails: seeks
-- The quarter of the shown order.
create unique index on orders_2024_q1 (reference, created_at);
