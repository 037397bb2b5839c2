-- exercise: one-customers-orders
-- verdict: refused
-- rule: statement-kind
-- behind: sql-error
-- A function that calls itself can end the engine, and a dead engine answers nothing: which looks like success.
create function down(n integer) returns integer language sql as 'select down($1 + 1)';
select down(1);
