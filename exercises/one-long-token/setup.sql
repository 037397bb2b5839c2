create table sessions (
  customer_id integer not null references customers (id),
  issued_at timestamptz not null,
  token text not null
);
insert into sessions
select id, created_at + interval '3 days', encode(sha512(convert_to('session ' || id, 'UTF8')), 'hex')
from customers
order by id;
analyze sessions;
