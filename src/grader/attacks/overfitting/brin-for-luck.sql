-- exercise: sign-in-by-email
-- verdict: failed
-- fails: nothing-idle
-- A tiny index that nothing reads is still entered on every write.
create index on customers (lower(email));
create index on customers using brin (created_at);
