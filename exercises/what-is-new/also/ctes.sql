with joined as (
  select id, name, created_at from users where created_at < $1 order by created_at desc, id limit 20
), opened as (
  select id, name, created_at from projects where created_at < $1 order by created_at desc, id limit 20
)
select 'user' as what, id, name, created_at from joined
union
select 'project', id, name, created_at from opened
order by created_at desc, what, id
limit 20
