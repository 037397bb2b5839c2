-- The shop. Every value comes from its row number through a hash, so the same text always builds the same rows.

-- A whole number from 0 to n - 1, decided by i and by which column (salt) asks.
create function pick(i integer, salt integer, n integer) returns integer
language sql immutable
as 'select ((hashint4extended($1, $2) & 1073741823) % $3)::integer';

-- The same, but low numbers are far more likely: the share of the first k of n is the cube root of k / n.
create function skewed(i integer, salt integer, n integer) returns integer
language sql immutable
as 'select ((((((hashint4extended($1, $2) & 1048575) * (hashint4extended($1, $2) & 1048575)) >> 20)
  * (hashint4extended($1, $2) & 1048575)) >> 20) * $3 >> 20)::integer';

create table categories (
  id integer not null,
  parent_id integer,
  name text not null,
  slug text not null
);

insert into categories
select d, null, (array['Kitchen', 'Furniture', 'Lighting', 'Garden', 'Office', 'Bathroom', 'Textiles', 'Outdoor'])[d],
  lower((array['Kitchen', 'Furniture', 'Lighting', 'Garden', 'Office', 'Bathroom', 'Textiles', 'Outdoor'])[d])
from generate_series(1, 8) as d;

insert into categories
select 8 + g, p.id, p.name || ' ' || k.word, p.slug || '/' || lower(k.word)
from generate_series(1, 32) as g
join categories as p on p.id = 1 + (g - 1) / 4
cross join lateral (select (array['Basics', 'Storage', 'Tools', 'Decor'])[1 + (g - 1) % 4] as word) as k;

insert into categories
select 40 + g, p.id, p.name || ' ' || k.word, p.slug || '/' || lower(k.word)
from generate_series(1, 80) as g
join categories as p on p.id = 9 + (g - 1) * 2 / 5
cross join lateral (select (array['Small', 'Large', 'Classic', 'Modern', 'Compact'])[1 + (g - 1) % 5] as word) as k;

alter table categories add primary key (id);

create table products (
  id integer not null,
  category_id integer not null,
  price numeric(8, 2) not null,
  created_at timestamptz not null,
  sku text not null,
  name text not null,
  description text,
  attributes jsonb not null
);

insert into products
select
  i,
  41 + pick(i, 1, 80),
  (5 + skewed(i, 2, 900)) + (array[0, 0.5, 0.9, 0.95])[1 + pick(i, 3, 4)],
  timestamptz '2018-01-02 08:00+00' + i * interval '4 hours',
  upper(substr(w.noun, 1, 3)) || '-' || lpad(i::text, 5, '0'),
  w.adjective || ' ' || w.material || ' ' || w.noun,
  case when pick(i, 8, 4) > 0 then
    w.opening || ' ' || lower(w.noun) || ' made of ' || lower(w.material) || ', ' || w.feature || ' and ' || w.second
    || '. ' || w.closing || '.'
  end,
  jsonb_strip_nulls(jsonb_build_object(
    'brand', w.brand,
    'color', w.color,
    'material', lower(w.material),
    'weight_g', 100 + pick(i, 14, 300) * 25,
    'warranty_years', case when pick(i, 15, 3) > 0 then 1 + pick(i, 16, 5) end,
    'tags', case when pick(i, 17, 5) > 0 then jsonb_build_array(w.tag, w.other_tag) end))
from generate_series(1, 5000) as i
cross join lateral (select
  (array['Sturdy', 'Slim', 'Foldable', 'Quiet', 'Bright', 'Simple', 'Round', 'Tall', 'Heavy', 'Soft', 'Wide', 'Double',
    'Portable', 'Vintage', 'Nordic', 'Everyday'])[1 + pick(i, 4, 16)] as adjective,
  (array['Oak', 'Steel', 'Linen', 'Glass', 'Bamboo', 'Ceramic', 'Cotton', 'Walnut', 'Copper', 'Wool', 'Birch', 'Cork'])
    [1 + pick(i, 5, 12)] as material,
  (array['Chair', 'Lamp', 'Shelf', 'Kettle', 'Blanket', 'Table', 'Mug', 'Bowl', 'Cushion', 'Desk', 'Stool', 'Mirror',
    'Basket', 'Vase', 'Curtain', 'Bench', 'Teapot', 'Tray', 'Clock', 'Hammock', 'Planter', 'Towel', 'Rug', 'Lantern',
    'Cabinet', 'Candle', 'Drawer', 'Whisk', 'Ladle', 'Parasol'])[1 + pick(i, 6, 30)] as noun,
  (array['A', 'Our best-loved', 'A hand-finished', 'A new'])[1 + pick(i, 7, 4)] as opening,
  (array['easy to clean', 'built to last', 'light enough to carry', 'safe for the dishwasher', 'stackable',
    'weatherproof', 'repairable with one tool'])[1 + pick(i, 9, 7)] as feature,
  (array['pleasant to touch', 'quick to assemble', 'packed without plastic', 'sold in pairs', 'made in small series',
    'tested for ten years of use'])[1 + pick(i, 10, 6)] as second,
  (array['Fits small rooms', 'Goes well with the Nordic series', 'Spare parts available', 'Delivered assembled',
    'Please order a sample first'])[1 + pick(i, 11, 5)] as closing,
  (array['Fjord', 'Halden', 'Morel', 'Sable', 'Tarn', 'Verity', 'Ostra', 'Kumo', 'Lumen', 'Brae'])
    [1 + skewed(i, 12, 10)] as brand,
  (array['white', 'black', 'oak', 'green', 'blue', 'grey', 'red', 'sand', 'teal', 'ochre', 'plum', 'coral'])
    [1 + skewed(i, 13, 12)] as color,
  (array['new', 'gift', 'eco', 'sale', 'limited'])[1 + pick(i, 18, 5)] as tag,
  (array['indoor', 'outdoor', 'kids', 'office'])[1 + pick(i, 19, 4)] as other_tag) as w;

alter table products add primary key (id);

create table customers (
  id integer not null,
  created_at timestamptz not null,
  email text not null,
  name text not null,
  city text not null,
  country text not null,
  phone text
);

insert into customers
select
  i,
  timestamptz '2019-01-02 06:00+00' + i * interval '19 minutes' + pick(i, 21, 15) * interval '1 minute',
  case pick(i, 26, 5)
    when 0 then n.first || '.' || n.last || i || '@' || initcap(n.domain)
    else lower(n.first || '.' || n.last) || i || '@' || n.domain
  end,
  n.first || ' ' || n.last,
  split_part(c.place, '|', 1),
  split_part(c.place, '|', 2),
  case when pick(i, 28, 3) > 0 then '+' || 30 + pick(i, 29, 60) || ' ' || lpad(pick(i, 30, 10000000)::text, 8, '0') end
from generate_series(1, 40000) as i
cross join lateral (select
  (array['Ada', 'Ben', 'Clara', 'David', 'Elif', 'Farid', 'Greta', 'Hugo', 'Ines', 'Jonas', 'Katja', 'Liam', 'Maria',
    'Nora', 'Oscar', 'Petra', 'Quentin', 'Rosa', 'Samir', 'Tove', 'Ulla', 'Victor', 'Wanda', 'Yusuf', 'Zoe', 'Amara',
    'Bruno', 'Chiara', 'Dilan', 'Emil', 'Fatima', 'Gustav'])[1 + pick(i, 22, 32)] as first,
  (array['Alm', 'Aydin', 'Barros', 'Bauer', 'Berg', 'Bianchi', 'Borg', 'Brandt', 'Carvalho', 'Conti', 'Costa', 'Dahl',
    'Diaz', 'Dubois', 'Ekman', 'Ferrari', 'Fischer', 'Fontaine', 'Garcia', 'Haas', 'Hansen', 'Holm', 'Ibsen', 'Jansen',
    'Kaya', 'Keller', 'Kovac', 'Kowalski', 'Lambert', 'Larsen', 'Lehmann', 'Lindqvist', 'Lopes', 'Marino', 'Martin',
    'Meyer', 'Moreau', 'Moretti', 'Mulder', 'Nielsen', 'Novak', 'Nowak', 'Nyberg', 'Olsen', 'Pereira', 'Petit', 'Ramos',
    'Ricci', 'Romero', 'Rossi', 'Roux', 'Santos', 'Schmidt', 'Silva', 'Smit', 'Torres', 'Visser', 'Vogel', 'Wagner',
    'Weber', 'Wolf', 'Yilmaz', 'Zeller', 'Zimmer'])[1 + pick(i, 23, 64)] as last,
  (array['mail.example', 'post.example', 'inbox.example', 'letterbox.example', 'work.example'])
    [1 + skewed(i, 24, 5)] as domain) as n
cross join lateral (select
  (array['Berlin|Germany', 'Paris|France', 'Madrid|Spain', 'Roma|Italy', 'Lisboa|Portugal', 'Amsterdam|Netherlands',
    'Hamburg|Germany', 'Lyon|France', 'Barcelona|Spain', 'Milano|Italy', 'Porto|Portugal', 'Utrecht|Netherlands',
    'Stockholm|Sweden', 'Oslo|Norway', 'Aarhus|Denmark', 'Helsinki|Finland', 'Wien|Austria', 'Bruges|Belgium',
    'Warszawa|Poland', 'Praha|Czechia', 'Leipzig|Germany', 'Nantes|France', 'Sevilla|Spain', 'Torino|Italy',
    'Braga|Portugal', 'Leiden|Netherlands', 'Uppsala|Sweden', 'Bergen|Norway', 'Odense|Denmark', 'Turku|Finland',
    'Graz|Austria', 'Gent|Belgium', 'Gdynia|Poland', 'Brno|Czechia', 'Izmir|Turkey', 'Zagreb|Croatia', 'Zadar|Croatia',
    'Bremen|Germany', 'Toulon|France', 'Siena|Italy'])[1 + pick(i, 25, 1600) * pick(i, 27, 1600) / 64000] as place) as c;

alter table customers add primary key (id);

create table order_items (
  id integer not null,
  order_id integer not null,
  product_id integer not null,
  quantity smallint not null,
  price numeric(8, 2) not null
);

insert into order_items
select
  row_number() over (order by o.id, line),
  o.id,
  p.id,
  1 + skewed(o.id * 4 + line, 44, 6),
  p.price
from generate_series(1, 200000) as o (id)
cross join lateral generate_series(1, coalesce((array[3, 2, 2])[1 + pick(o.id, 41, 20)], 1)) as line
join products as p on p.id = 1 + (skewed(o.id * 4 + line, 42, 5000) * 1237 + 606) % 5000;

alter table order_items add primary key (id);

create table orders (
  id integer not null,
  customer_id integer not null,
  created_at timestamptz not null,
  status text not null,
  total numeric(10, 2) not null,
  reference text not null,
  coupon text,
  note text
);

insert into orders
select
  i,
  1 + (skewed(i, 51, 40000) * 7919 + 21963) % 40000,
  timestamptz '2020-07-01 05:00+00' + i * interval '13 minutes' + pick(i, 52, 240) * interval '1 minute',
  case
    when i > 188000 and pick(i, 53, 6) = 0 then 'pending'
    when i > 180000 and pick(i, 54, 3) > 0 then 'shipped'
    when pick(i, 55, 100) < 6 then 'cancelled'
    when pick(i, 55, 100) < 8 then 'returned'
    else 'delivered'
  end,
  s.total,
  'R' || upper(lpad(to_hex(i * 5 + 20000), 5, '0')),
  case when pick(i, 57, 25) = 0 then (array['SPRING', 'WELCOME', 'FRIEND', 'SORRY'])[1 + skewed(i, 58, 4)] end,
  case when pick(i, 59, 40) = 0 then
    (array['Leave at the door', 'Ring twice', 'Gift, no invoice', 'Call before delivery'])[1 + pick(i, 60, 4)]
  end
from generate_series(1, 200000) as i
join (select order_id, sum(quantity * price) as total from order_items group by order_id) as s on s.order_id = i
order by i;

alter table orders add primary key (id);

create table inventory (
  product_id integer not null,
  warehouse_id smallint not null,
  quantity integer not null,
  reserved integer not null,
  reorder_at integer not null,
  counted_at timestamptz
);

insert into inventory
select
  p,
  1 + (p + w) % 4,
  case when pick(p * 4 + w, 71, 20) = 0 then 0 else skewed(p * 4 + w, 72, 400) end,
  pick(p * 4 + w, 73, 5),
  5 + pick(p * 4 + w, 74, 20),
  case when pick(p * 4 + w, 75, 10) > 0 then timestamptz '2025-01-02 07:00+00' + pick(p * 4 + w, 76, 200000) * interval '1 minute' end
from generate_series(1, 5000) as p
cross join generate_series(1, 3) as w
order by 1, 2;

alter table inventory add primary key (product_id, warehouse_id);

alter table categories add foreign key (parent_id) references categories (id);
alter table products add foreign key (category_id) references categories (id);
alter table inventory add foreign key (product_id) references products (id);
alter table orders add foreign key (customer_id) references customers (id);
alter table order_items add foreign key (order_id) references orders (id);
alter table order_items add foreign key (product_id) references products (id);

drop function pick(integer, integer, integer);
drop function skewed(integer, integer, integer);
