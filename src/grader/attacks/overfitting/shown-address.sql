-- exercise: sign-in-by-email
-- verdict: failed
-- fails: seeks
-- An expression that is true for the shown address only.
create index on customers (lower(email)) where lower(email) = 'greta.smit42@post.example';
