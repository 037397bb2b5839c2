-- What the bank reports, 40 lines a file. Its files know no types, so the import took numeric for the order's number.
create table bank_lines (
  id integer not null,
  file integer not null,
  booked_at timestamptz not null,
  amount numeric(10, 2) not null,
  order_no numeric
);

insert into bank_lines
select
  n,
  1 + (n - 1) / 40,
  timestamptz '2025-01-02 06:00+00' + n * interval '41 minutes',
  o.total,
  case
    when n % 19 = 4 then o.id + 0.2
    when n % 31 = 8 then 700000000000 + n
    when n % 43 = 9 then null
    else o.id
  end
from generate_series(1, 6000) as n
join orders as o on o.id = 1 + (n::bigint * 7919 + n % 7) % 200000
order by n;

alter table bank_lines add primary key (id);
create index on bank_lines (file);
analyze bank_lines;
