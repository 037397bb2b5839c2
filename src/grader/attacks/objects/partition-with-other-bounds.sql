-- exercise: never-twice-in-a-quarter
-- verdict: refused
-- rule: statement-kind
-- behind: unchanged
-- The bounds of a partition are text in a catalog.
update pg_class set relpartbound = (select relpartbound from pg_class where relname = 'orders_2023_q2')
where relname = 'orders_2023_q1';
