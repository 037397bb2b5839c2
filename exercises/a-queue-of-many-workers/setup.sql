-- A table as a queue: what was done stays for the reports, what failed is to be tried again later, and goes first then.
create table jobs (
  id integer not null,
  queue text not null,
  state text not null,
  priority smallint not null,
  run_at timestamptz not null,
  attempts smallint not null,
  payload text not null
);

insert into jobs
select
  n,
  case when n % 50 < 30 then 'mail' when n % 50 < 43 then 'thumbnail' when n % 50 < 49 then 'invoice' else 'export' end,
  case when n % 11 = 3 then 'ready' when n % 97 = 5 then 'failed' else 'done' end,
  case when n % 11 = 3 and n % 7 < 4 then 9 else n % 3 end,
  timestamptz '2025-05-05 00:00+00' + n * interval '7 seconds'
    + case when n % 11 = 3 and n % 7 < 4 then interval '2 days' else interval '0' end,
  case when n % 11 = 3 and n % 7 < 4 then 1 + n % 3 else 0 end,
  'order ' || 1 + (n::bigint * 7919) % 200000 || repeat('.', 80)
from generate_series(1, 40000) as n;

alter table jobs add primary key (id);
analyze jobs;
