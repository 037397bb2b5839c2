-- exercise: orders-of-a-day
-- verdict: refused
-- rule: no-table
-- The shown answer, written down.
values (1, 2.00), (2, 3.00)
