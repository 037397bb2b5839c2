-- The help pages of the support desk. What is saved is added as the next version; a draft has no version yet.
create table revisions (
  id integer primary key,
  page_id integer not null,
  version integer,
  author_id integer not null,
  saved_at timestamptz not null,
  body text not null
);

insert into revisions
select n, page_id,
  case when n % 9 <> 4 then row_number() over (partition by page_id, n % 9 = 4 order by n) end,
  1 + n * 37 % 60, timestamptz '2024-01-08 08:00+00' + n * interval '19 minutes',
  'Text ' || n * 7919::bigint % 30000 || ' of page ' || page_id || repeat(' and so on', 10)
from (
  select n, 1 + (n::bigint * n * 31 + n * 17) % 97 * ((n::bigint * 53) % 7 + 1) % 400 as page_id
  from generate_series(1, 24000) as n
) as saved
order by n;

analyze revisions;
