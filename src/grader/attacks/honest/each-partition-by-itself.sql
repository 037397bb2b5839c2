-- exercise: never-twice-in-a-quarter
-- What the partitioned index would do, done by hand: equal keys are in one partition.
create unique index on orders_2023_q1 (reference, created_at);
create unique index on orders_2023_q2 (reference, created_at);
create unique index on orders_2023_q3 (reference, created_at);
create unique index on orders_2023_q4 (reference, created_at);
create unique index on orders_2024_q1 (reference, created_at);
create unique index on orders_2024_q2 (reference, created_at);
create unique index on orders_2024_q3 (reference, created_at);
create unique index on orders_2024_q4 (reference, created_at);
