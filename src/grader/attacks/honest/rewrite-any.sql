-- exercise: thread-by-number
-- As an array of one.
select id, title, created_at from threads where id = any (array[$1::integer])
