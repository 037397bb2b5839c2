-- fails: rows
-- Sorted by the moment alone: which entries of a busy minute are shown, and in what order, is left to chance.
(select 'user' as what, id, name, created_at from users where created_at < $1 order by created_at desc limit 20)
union all
(select 'project', id, name, created_at from projects where created_at < $1 order by created_at desc limit 20)
order by created_at desc
limit 20
