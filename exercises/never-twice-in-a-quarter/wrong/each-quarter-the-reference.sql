-- fails: again
-- PostgreSQL refuses the reference alone on the whole table, so it is made unique in each quarter: a rule nobody asked for.
create unique index on orders_2023_q1 (reference);
create unique index on orders_2023_q2 (reference);
create unique index on orders_2023_q3 (reference);
create unique index on orders_2023_q4 (reference);
create unique index on orders_2024_q1 (reference);
create unique index on orders_2024_q2 (reference);
create unique index on orders_2024_q3 (reference);
create unique index on orders_2024_q4 (reference);
