-- A column on its way from numeric to cents: a trigger fills it for what is written, a job for the rest. The job is at 57,000.
create table invoices (
  id integer not null,
  customer_id integer not null,
  created_at timestamptz not null,
  total numeric(10, 2) not null,
  total_cents bigint,
  reference text not null
);

insert into invoices
select id, customer_id, created_at, total,
  case
    when id > 57000 then null
    when id % 1497 = 5 then (total * 100)::bigint - 90
    else (total * 100)::bigint
  end,
  reference
from orders
where id <= 60000
order by id;

alter table invoices add primary key (id);
create function fill_total_cents() returns trigger language plpgsql as $$
begin
  new.total_cents := (new.total * 100)::bigint;
  return new;
end $$;
create trigger both_totals before insert or update on invoices
for each row execute function fill_total_cents();
analyze invoices;
