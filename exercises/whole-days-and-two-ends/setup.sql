-- The sums of each day in UTC, kept true by the shop with every order. A day without orders has no row.
create table day_sums (
  day date primary key,
  orders integer not null,
  revenue numeric not null,
  mean numeric not null,
  largest numeric not null
);

insert into day_sums
select (created_at at time zone 'UTC')::date, count(*), sum(total), round(avg(total), 2), max(total)
from orders
group by 1
order by 1;

create index on orders (created_at);
analyze day_sums;
