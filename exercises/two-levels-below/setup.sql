create table answers (
  id integer primary key,
  parent_id integer references answers,
  body text not null
);
-- Eight answers to each, side by side. But eight of them were answered again and again, between those to others.
insert into answers
select n, case when n > 4000 and n % 8 = 3 then 1000 + n / 8 % 8 when n > 7 then n / 8 end, 'Answer ' || n || repeat(' and a few words more', 8)
from generate_series(1, 8000) as n;
create index answers_parent_id_idx on answers (parent_id);
analyze answers;
