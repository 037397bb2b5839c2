-- A few more than needed of each kind, and cut off once.
select 'user' as what, u.id, u.name, u.created_at
from (select * from users where created_at < $1 order by created_at desc fetch first 20 rows with ties) as u
union all
select 'project', p.id, p.name, p.created_at
from (select * from projects where created_at < $1 order by created_at desc fetch first 20 rows with ties) as p
order by created_at desc, what, id
limit 20
