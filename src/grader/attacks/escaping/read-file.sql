-- exercise: one-customers-orders
-- verdict: refused
-- rule: function
-- The server reads files for its superuser.
select pg_read_file('postgresql.conf');
