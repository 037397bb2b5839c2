-- exercise: one-customers-orders
-- verdict: refused
-- rule: statement-kind
-- behind: timeout
-- Doubles a table until the disk is full.
create table bomb as select repeat('x', 1000) as x from generate_series(1, 1000);
do $$ begin for i in 1..12 loop insert into bomb select * from bomb; end loop; end $$;
