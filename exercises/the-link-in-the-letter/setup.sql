create table orders_by_quarter (
  id integer not null,
  customer_id integer not null,
  created_at timestamptz not null,
  status text not null,
  total numeric(10, 2) not null,
  reference text not null
) partition by range (created_at);

create table orders_2023_q1 partition of orders_by_quarter
for values from ('2023-01-01 00:00+00') to ('2023-04-01 00:00+00');
create table orders_2023_q2 partition of orders_by_quarter
for values from ('2023-04-01 00:00+00') to ('2023-07-01 00:00+00');
create table orders_2023_q3 partition of orders_by_quarter
for values from ('2023-07-01 00:00+00') to ('2023-10-01 00:00+00');
create table orders_2023_q4 partition of orders_by_quarter
for values from ('2023-10-01 00:00+00') to ('2024-01-01 00:00+00');
create table orders_2024_q1 partition of orders_by_quarter
for values from ('2024-01-01 00:00+00') to ('2024-04-01 00:00+00');
create table orders_2024_q2 partition of orders_by_quarter
for values from ('2024-04-01 00:00+00') to ('2024-07-01 00:00+00');
create table orders_2024_q3 partition of orders_by_quarter
for values from ('2024-07-01 00:00+00') to ('2024-10-01 00:00+00');
create table orders_2024_q4 partition of orders_by_quarter
for values from ('2024-10-01 00:00+00') to ('2025-01-01 00:00+00');

insert into orders_by_quarter
select id, customer_id, created_at, status, total, reference
from orders
where created_at >= '2023-01-01 00:00+00' and created_at < '2025-01-01 00:00+00'
order by id;

alter table orders_by_quarter add primary key (id, created_at);
analyze orders_by_quarter;
