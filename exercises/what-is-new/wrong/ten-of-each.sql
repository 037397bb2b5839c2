-- fails: rows
-- Half of the feed from each: users join ten times as often as projects are opened.
(select 'user' as what, id, name, created_at from users where created_at < $1 order by created_at desc, id limit 10)
union all
(select 'project', id, name, created_at from projects where created_at < $1 order by created_at desc, id limit 10)
order by created_at desc, what, id
limit 20
