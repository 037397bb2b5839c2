-- fails: rows
-- Twenty of each kind are enough, as long as they are the newest: without ORDER BY they are any twenty.
(select 'user' as what, id, name, created_at from users where created_at < $1 limit 20)
union all
(select 'project', id, name, created_at from projects where created_at < $1 limit 20)
order by created_at desc, what, id
limit 20
