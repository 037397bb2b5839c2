-- What a currency was worth, from when until when. The end of the rate in force is NULL. Now and then there is none for some
-- hours. No two rates of a currency overlap.
create table rates (
  currency text not null,
  valid_from timestamptz not null,
  valid_to timestamptz,
  rate numeric(10, 5) not null,
  source text not null,
  check (valid_to > valid_from)
);

insert into rates
select currency, begins, case when n < 2499 then ends end, base * (900 + n * 37 % 199) / 1000,
  'Central bank, reference rate, as published in notice ' || (n * 7919) % 10000
from (
  select currency, base, n,
    timestamptz '2020-07-01 00:00+00' + n * interval '17 hours 20 minutes' + n % 7 * interval '11 minutes' as begins,
    timestamptz '2020-07-01 00:00+00' + (n + 1) * interval '17 hours 20 minutes' + (n + 1) % 7 * interval '11 minutes' as ends
  from generate_series(0, 2499) as n
  cross join (values
    ('CHF', 1.0421), ('DKK', 0.1341), ('GBP', 1.1713), ('NOK', 0.0882), ('PLN', 0.2307), ('SEK', 0.0894)
  ) as c (currency, base)
  where (n + ascii(currency)) % 25 <> 12
) as periods
order by n, currency;

create index rates_currency_valid_from_idx on rates (currency, valid_from);
create index rates_currency_period_idx on rates using gist (currency, tstzrange(valid_from, valid_to));

create table payments (
  id integer primary key,
  customer_id integer not null,
  paid_at timestamptz not null,
  currency text not null,
  amount numeric(10, 2) not null
);
insert into payments
select id, customer_id, created_at,
  (array['CHF', 'DKK', 'GBP', 'NOK', 'PLN', 'SEK'])[1 + id / 8 % 6], total
from orders
where id % 8 = 0
order by id;
create index payments_customer_id_idx on payments (customer_id);

analyze rates, payments;
