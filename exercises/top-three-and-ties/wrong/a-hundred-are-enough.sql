-- fails: rows
-- The rank again, of the first hundred only. More than a hundred can tie.
select id, created_at, total
from (
  select id, created_at, total, rank() over (order by total desc) as place
  from (
    select id, created_at, total from orders where customer_id = $1 order by total desc limit 100
  ) as first
) as ranked
where place <= 3
order by total desc, id
