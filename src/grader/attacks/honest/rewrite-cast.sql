-- exercise: thread-by-number
-- Another way to write a cast, another column order in the condition, and a trailing semicolon.
SELECT "id", title, (created_at)
FROM threads t
WHERE CAST($1 AS int) = t.id ;
