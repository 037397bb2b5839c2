select 'user' as what, id, name, created_at
from users
where created_at < $1
union
select 'project', id, name, created_at
from projects
where created_at < $1
order by created_at desc, what, id
limit 20
