-- Every second sale of 2024 and its lines, both in a partition for each quarter. One cancelled sale in two was never packed: it has
-- no lines.
create table sales (
  id integer not null,
  created_at timestamptz not null,
  status text not null,
  total numeric(10, 2) not null,
  primary key (id, created_at)
) partition by range (created_at);
create table lines (
  sale_id integer not null,
  sold_at timestamptz not null,
  line smallint not null,
  product_id integer not null,
  quantity smallint not null,
  primary key (sale_id, sold_at, line)
) partition by range (sold_at);

create table sales_2024_q1 partition of sales for values from ('2024-01-01 00:00+00') to ('2024-04-01 00:00+00');
create table sales_2024_q2 partition of sales for values from ('2024-04-01 00:00+00') to ('2024-07-01 00:00+00');
create table sales_2024_q3 partition of sales for values from ('2024-07-01 00:00+00') to ('2024-10-01 00:00+00');
create table sales_2024_q4 partition of sales for values from ('2024-10-01 00:00+00') to ('2025-01-01 00:00+00');
create table lines_2024_q1 partition of lines for values from ('2024-01-01 00:00+00') to ('2024-04-01 00:00+00');
create table lines_2024_q2 partition of lines for values from ('2024-04-01 00:00+00') to ('2024-07-01 00:00+00');
create table lines_2024_q3 partition of lines for values from ('2024-07-01 00:00+00') to ('2024-10-01 00:00+00');
create table lines_2024_q4 partition of lines for values from ('2024-10-01 00:00+00') to ('2025-01-01 00:00+00');

insert into sales
select id, created_at, status, total
from orders
where created_at >= '2024-01-01 00:00+00' and created_at < '2025-01-01 00:00+00' and id % 2 = 0
order by id;

insert into lines
select o.id, o.created_at, row_number() over (partition by o.id order by i.id), i.product_id, i.quantity
from order_items i
join orders o on o.id = i.order_id
where o.created_at >= '2024-01-01 00:00+00' and o.created_at < '2025-01-01 00:00+00'
  and o.id % 2 = 0 and not (o.status = 'cancelled' and o.id % 4 = 0)
order by i.id;

analyze sales, lines;
