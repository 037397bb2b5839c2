-- fails: rows
-- Two levels are two joins. Somebody will ask for three, or for one.
select a.id, 1 as depth, a.body
from answers a
where a.parent_id = $1
union all
select b.id, 2, b.body
from answers a
join answers b on b.parent_id = a.id
where a.parent_id = $1
order by depth, id
