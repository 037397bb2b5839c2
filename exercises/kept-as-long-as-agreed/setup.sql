-- Activities by half-year, and for how long each organization has agreed that they are kept. NULL: for ever.
create table activities_by_half (
  id integer not null,
  organization_id integer not null,
  user_id integer not null,
  created_at timestamptz not null,
  kind text not null
) partition by range (created_at);

create table activities_2022_h1 partition of activities_by_half
for values from ('2022-01-01 00:00+00') to ('2022-07-01 00:00+00');
create table activities_2022_h2 partition of activities_by_half
for values from ('2022-07-01 00:00+00') to ('2023-01-01 00:00+00');
create table activities_2023_h1 partition of activities_by_half
for values from ('2023-01-01 00:00+00') to ('2023-07-01 00:00+00');
create table activities_2023_h2 partition of activities_by_half
for values from ('2023-07-01 00:00+00') to ('2024-01-01 00:00+00');
create table activities_2024_h1 partition of activities_by_half
for values from ('2024-01-01 00:00+00') to ('2024-07-01 00:00+00');
create table activities_2024_h2 partition of activities_by_half
for values from ('2024-07-01 00:00+00') to ('2025-01-01 00:00+00');
create table activities_2025_h1 partition of activities_by_half
for values from ('2025-01-01 00:00+00') to ('2025-07-01 00:00+00');

insert into activities_by_half
select id, organization_id, user_id, created_at, kind
from activities
where created_at < '2025-07-01 00:00+00'
order by id;

create table retention (
  organization_id integer primary key,
  keep_days integer
);

insert into retention
select id, case
    when plan = 'enterprise' and id % 5 = 0 then null
    when plan = 'enterprise' then 1095
    when plan = 'business' then 1000
    when id % 11 = 3 then 900
    else 730
  end
from organizations
order by id;

analyze activities_by_half, retention;
