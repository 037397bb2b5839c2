create table outbox (
  id bigint primary key,
  order_id bigint not null,
  kind text not null,
  due_at timestamptz not null,
  body text not null
);
alter table outbox set (vacuum_truncate = off);

insert into outbox
select id, id, (array['receipt', 'reminder', 'newsletter'])[1 + id % 3], created_at,
  'Thank you for your order ' || id || '. It leaves our house within two days, and we write again when it does.'
from orders where id <= 60000 order by id;

-- Sent, and deleted.
delete from outbox where id > 400;
vacuum analyze outbox;
