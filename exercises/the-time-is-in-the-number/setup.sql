-- Messages of four machines, numbered by time, machine and counter: 41 bits of milliseconds since 2025 began, 10 and 12. The
-- time stands nowhere else.
create table messages (
  id bigint not null,
  thread_id integer not null,
  user_id integer not null,
  bytes integer not null
);

insert into messages
select (ms << 22) | (machine << 12) | counter, 1 + (n::bigint * 7919) % 60000, 1 + (n::bigint * 104729) % 40000, 200 + (n * 31) % 5000
from (
  select n, (n / 4)::bigint * 1400000 + n / 4 % 4001 * 7 % 401 * 997 as ms,
    case when n % 4 = 3 then 0 else n % 4 end as machine, case when n % 4 = 3 then 1 else 0 end as counter
  from generate_series(0, 59999) as n
) as given
order by n;

alter table messages add primary key (id);
analyze messages;
