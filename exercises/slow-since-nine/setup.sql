-- Two copies of pg_stat_statements, of nine and of ten. What a run reads was measured; `calls` is what the desk did.
create table statements (
  taken_at timestamptz not null,
  queryid bigint not null,
  calls bigint not null,
  pages bigint not null,
  query text not null,
  primary key (taken_at, queryid)
);

insert into statements
select timestamptz '2025-06-30 09:00+00', queryid, before, before * a_run, query
from (values
  (7101, 2316400, 3, 'select title, message from threads where id = $1'),
  (7102, 1158000, 6, 'select plan, region from organizations where slug = $1'),
  (7103, 38200, 913, 'select count(*) from activities where user_id = $1 and kind = $2'),
  (7104, 41870, 570, 'select id, name from users where email = $1'),
  (7105, 61300, 913, 'select id, thread_id, kind, created_at from activities where organization_id = $1 and created_at >= $2 order by created_at'),
  (7106, 3912, 1911, 'select organization_id, count(*), max(length(message)) from threads group by organization_id')
) as s (queryid, before, a_run, query)
order by queryid;

insert into statements
select timestamptz '2025-06-30 10:00+00', queryid, s.calls + n.calls, s.pages + n.calls * (s.pages / s.calls), query
from statements s
join (values (7101, 2400), (7102, 1200), (7103, 40), (7104, 60), (7105, 0), (7106, 4)) as n (queryid, calls) using (queryid)
union all
select timestamptz '2025-06-30 10:00+00', 7107, 150, 150 * 913,
  'select id, user_id, kind, created_at from activities where thread_id = $1 order by created_at'
order by queryid;

analyze statements;
