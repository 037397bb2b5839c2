/** Small tables on which every plan of the corpus is recorded. One statement each: VACUUM runs alone. */
export const seed: readonly string[] = [
  `create table customers (id int primary key, name text not null, city text not null, country text not null,
     email text not null, credit numeric)`,
  `insert into customers
     select i, 'Customer ' || i, 'City ' || i % 40, 'Country ' || i % 40 / 8, 'c' || i || '@example.org', i % 100
     from generate_series(1, 2000) i`,
  `create table orders (id int primary key, customer_id int not null references customers,
     status text not null, total numeric not null, created_at timestamptz not null, note text)`,
  `insert into orders
     select i, 1 + (i * 7919) % 2000, case when i % 400 = 0 then 'pending' when i % 10 = 0 then 'open' else 'paid' end,
       (i * 37) % 10000 / 10.0, timestamptz '2025-01-01' + i * interval '30 minutes', repeat('x', 40)
     from generate_series(1, 20000) i`,
  'create index orders_customer_id_idx on orders (customer_id)',
  'create index orders_created_at_idx on orders (created_at)',
  'create index orders_status_created_idx on orders (status, created_at)',
  'create table order_items (order_id int not null, line int not null, product_id int not null, qty int not null, primary key (order_id, line))',
  `insert into order_items select i / 2 + 1, i % 2, 1 + i * 31 % 500, 1 + i % 5 from generate_series(0, 39999) i`,
  'create table products (id int primary key, name text not null, price numeric not null, attributes jsonb not null, at point not null)',
  `insert into products
     select i, 'Product ' || i, i % 90 + 1, jsonb_build_object('colour', (array['red','green','blue'])[1 + i % 3], 'size', i % 12),
       point(i % 20, i / 20)
     from generate_series(1, 500) i`,
  'create index products_attributes_idx on products using gin (attributes)',
  'create index products_at_idx on products using gist (at)',
  'create table categories (id int primary key, parent_id int, name text not null)',
  `insert into categories select i, nullif(i / 3, 0), 'Category ' || i from generate_series(1, 200) i`,
  'create table events (id int not null, at date not null, kind text not null, payload text) partition by range (at)',
  `do $$ begin for q in 0..3 loop execute format('create table events_q%s partition of events for values from (%L) to (%L)',
     q + 1, date '2025-01-01' + q * interval '3 months', date '2025-01-01' + (q + 1) * interval '3 months'); end loop; end $$`,
  `insert into events select i, date '2025-01-01' + i % 365, 'kind ' || i % 7, repeat('y', 60) from generate_series(1, 8000) i`,
  'create index events_at_idx on events (at)',
  'create table days (day date primary key)',
  `insert into days values ('2025-02-03'), ('2025-02-04'), ('2025-08-09')`,
  'create table readings (id int, at timestamptz, value int)',
  `insert into readings select i, timestamptz '2025-01-01' + i * interval '1 minute', i % 50 from generate_series(1, 30000) i`,
  'create index readings_at_brin on readings using brin (at) with (pages_per_range = 16)',
  'create table audit (id int generated always as identity, what text)',
  `create function note_change() returns trigger language plpgsql as
     $$ begin insert into audit (what) values (tg_op || ' ' || new.id); return null; end $$`,
  'create table accounts (id int primary key, owner text unique, balance int not null)',
  `insert into accounts select i, 'owner ' || i, 100 from generate_series(1, 300) i`,
  'create trigger accounts_audit after insert or update on accounts for each row execute function note_change()',
  `prepare by_day(date) as select count(*) from events where at = $1`,
  `prepare newest(date) as select id from events where at >= $1 order by id limit 5`,
  `prepare by_customer(int) as select * from orders where customer_id = $1`,
  'vacuum analyze',
];
