create table answers (
  id integer primary key,
  parent_id integer references answers,
  body text not null
);
insert into answers
select n, case when n > 7 then n / 8 end, 'Answer ' || n || repeat(' and a few words more', 8)
from generate_series(1, 8000) as n;
create index answers_parent_id_idx on answers (parent_id);
analyze answers;
