-- fails: seeks, pages, unique
create unique index on orders_2024_q1 (reference);
