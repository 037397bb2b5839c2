-- fails: rows
-- A join with the list: a number that is in it twice gives two rows.
select t.id, t.title, t.updated_at
from unnest(string_to_array($1, ',')::integer[]) as wanted (id)
join threads t on t.id = wanted.id
order by t.id
