select t.id, t.title, t.updated_at
from (select distinct number::integer as id from string_to_table($1, ',') as number) as wanted
join threads t on t.id = wanted.id
order by t.id
