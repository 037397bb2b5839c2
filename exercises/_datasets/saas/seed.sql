-- The support desk. Every value comes from its row number through a hash, so the same text always builds the same rows.

-- A whole number from 0 to n - 1, decided by i and by which column (salt) asks.
create function pick(i integer, salt integer, n integer) returns integer
language sql immutable
as 'select ((hashint4extended($1, $2) & 1073741823) % $3)::integer';

-- The same, but low numbers are far more likely: the share of the first k of n is the cube root of k / n.
create function skewed(i integer, salt integer, n integer) returns integer
language sql immutable
as 'select ((((((hashint4extended($1, $2) & 1048575) * (hashint4extended($1, $2) & 1048575)) >> 20)
  * (hashint4extended($1, $2) & 1048575)) >> 20) * $3 >> 20)::integer';

create table organizations (
  id integer not null,
  name text not null,
  slug text not null,
  plan text not null,
  region text not null,
  created_at timestamptz not null
);

insert into organizations
select
  i,
  n.name,
  lower(replace(n.name, ' ', '-')) || '-' || i,
  case when (i + 62) * 73 % 500 < 12 then 'enterprise' else (array['free', 'free', 'team', 'business'])[1 + pick(i, 3, 4)] end,
  (array['eu', 'us', 'apac'])[1 + skewed(i, 4, 3)],
  timestamptz '2021-01-04 09:00+00' + i * interval '1 hour'
from generate_series(1, 500) as i
cross join lateral (select
  (array['Amber', 'Blue', 'Cedar', 'Delta', 'Ember', 'Falcon', 'Granite', 'Harbor', 'Iris', 'Juniper', 'Kestrel',
    'Lunar', 'Maple', 'North', 'Opal', 'Pine', 'Quarry', 'River', 'Summit', 'Tidal'])[1 + pick(i, 1, 20)] || ' ' ||
  (array['Labs', 'Works', 'Foods', 'Logistics', 'Health', 'Media', 'Energy', 'Studio', 'Bank', 'Travel', 'Software',
    'Motors'])[1 + pick(i, 2, 12)] as name) as n;

alter table organizations add primary key (id);

create table users (
  id integer not null,
  organization_id integer not null,
  created_at timestamptz not null,
  last_seen_at timestamptz,
  email text not null,
  name text not null,
  role text not null
);

insert into users
select
  i,
  u.organization_id,
  timestamptz '2021-02-01 08:00+00' + i * interval '12 minutes',
  case when pick(i, 13, 12) > 0 then timestamptz '2025-06-30 00:00+00' - skewed(i, 14, 500000) * interval '1 minute' end,
  lower(u.first || '.' || u.last) || i || '@' || o.slug || '.example',
  u.first || ' ' || u.last,
  case when pick(i, 15, 20) = 0 then 'admin' when pick(i, 15, 20) < 5 then 'viewer' else 'member' end
from generate_series(1, 40000) as i
cross join lateral (select
  1 + (case when i <= 500 then i else skewed(i, 10, 500) end * 137 + 437) % 500 as organization_id,
  (array['Ada', 'Ben', 'Clara', 'David', 'Elif', 'Farid', 'Greta', 'Hugo', 'Ines', 'Jonas', 'Katja', 'Liam', 'Maria',
    'Nora', 'Oscar', 'Petra', 'Quentin', 'Rosa', 'Samir', 'Tove'])[1 + pick(i, 11, 20)] as first,
  (array['Alm', 'Bauer', 'Costa', 'Dahl', 'Ekman', 'Fischer', 'Garcia', 'Holm', 'Ibsen', 'Jansen', 'Keller', 'Larsen',
    'Moreau', 'Novak', 'Olsen', 'Pereira', 'Ricci', 'Santos', 'Torres', 'Vogel', 'Weber', 'Yilmaz', 'Zeller', 'Roux'])
    [1 + pick(i, 12, 24)] as last) as u
join organizations as o on o.id = u.organization_id
order by i;

alter table users add primary key (id);

create table projects (
  id integer not null,
  organization_id integer not null,
  created_at timestamptz not null,
  name text not null,
  status text not null
);

insert into projects
select
  i,
  1 + (case when i <= 500 then i else skewed(i, 20, 500) end * 137 + 437) % 500,
  timestamptz '2021-03-01 10:00+00' + i * interval '2 hours',
  (array['Onboarding', 'Billing', 'Website', 'Mobile app', 'Warehouse', 'Returns', 'Payroll', 'Partner portal',
    'Incidents', 'Hiring'])[1 + pick(i, 21, 10)] || ' ' || i,
  case when pick(i, 22, 3) = 0 then 'archived' else 'active' end
from generate_series(1, 3000) as i;

alter table projects add primary key (id);

create table agents (
  id integer not null,
  organization_id integer not null,
  enabled boolean not null,
  name text not null,
  model text not null
);

insert into agents
select
  i,
  1 + (case when i <= 500 then i else skewed(i, 30, 500) end * 137 + 437) % 500,
  pick(i, 31, 10) > 0,
  (array['Triage', 'Refunds', 'Translator', 'Summaries', 'Night shift', 'Router'])[1 + pick(i, 32, 6)] || ' ' || i,
  (array['small', 'medium', 'large'])[1 + skewed(i, 33, 3)]
from generate_series(1, 1500) as i;

alter table agents add primary key (id);

create table threads (
  id integer not null,
  organization_id integer not null,
  project_id integer not null,
  user_id integer not null,
  agent_id integer,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  title text not null,
  message text not null,
  metadata jsonb not null
);

insert into threads
select
  i,
  u.organization_id,
  p.ids[1 + pick(i, 41, cardinality(p.ids))],
  u.id,
  case when pick(i, 42, 3) = 0 then a.ids[1 + pick(i, 43, cardinality(a.ids))] end,
  t.created_at,
  t.created_at + skewed(i, 45, 20000) * interval '1 minute',
  t.topic || ' ' || t.symptom,
  t.greeting || ' The ' || lower(t.topic) || ' ' || t.symptom || ' ' || t.since || '. ' || t.request,
  case pick(i, 53, 20)
    when 0 then jsonb_build_object('priority', t.priority, 'channel', t.channel)
    when 1 then jsonb_build_object('status', null, 'priority', t.priority, 'channel', t.channel)
    else jsonb_build_object('status', t.status, 'priority', t.priority, 'channel', t.channel)
  end || case when pick(i, 54, 3) = 0 then '{}' else jsonb_build_object('tags', jsonb_build_array(t.tag, t.other_tag)) end
from generate_series(1, 60000) as i
join users as u on u.id = 1 + pick(i, 40, 40000)
join (select organization_id, array_agg(id order by id) as ids from projects group by organization_id) as p
  on p.organization_id = u.organization_id
join (select organization_id, array_agg(id order by id) as ids from agents group by organization_id) as a
  on a.organization_id = u.organization_id
cross join lateral (select
  timestamptz '2022-01-03 06:00+00' + i * interval '30 minutes' + pick(i, 44, 120) * interval '1 minute' as created_at,
  (array['Invoice', 'Login', 'Export', 'Webhook', 'Dashboard', 'Import', 'Password', 'Report', 'Search', 'Calendar',
    'Attachment', 'Notification'])[1 + pick(i, 46, 12)] as topic,
  (array['is missing', 'shows the wrong total', 'fails with an error', 'is slow', 'arrives twice', 'does not open',
    'times out', 'looks empty'])[1 + pick(i, 47, 8)] as symptom,
  (array['Hello.', 'Hi there.', 'Good morning.', 'Dear team.'])[1 + pick(i, 48, 4)] as greeting,
  (array['since yesterday', 'for two of us', 'on Mondays', 'after the update', 'in one browser', 'now and then'])
    [1 + pick(i, 49, 6)] as since,
  (array['Could you look into it?', 'Is this known?', 'We need it by Friday.', 'Please call back.'])
    [1 + pick(i, 50, 4)] as request,
  case when pick(i, 51, 100) = 0 then 'urgent' else (array['normal', 'normal', 'low', 'high'])[1 + pick(i, 55, 4)] end
    as priority,
  (array['email', 'chat', 'phone', 'form'])[1 + skewed(i, 52, 4)] as channel,
  (array['archived', 'resolved', 'open', 'waiting'])[1 + skewed(i, 56, 4)] as status,
  (array['billing', 'bug', 'howto', 'access', 'feature', 'legal', 'refund', 'security'])[1 + skewed(i, 57, 8)] as tag,
  (array['vip', 'trial', 'partner', 'internal', 'beta'])[1 + pick(i, 58, 5)] as other_tag) as t
order by i;

alter table threads add primary key (id);

create table activities (
  id integer not null,
  organization_id integer not null,
  user_id integer not null,
  thread_id integer,
  created_at timestamptz not null,
  kind text not null
);

insert into activities
select
  i,
  t.organization_id,
  case when pick(i, 61, 2) = 0 then t.user_id else u.ids[1 + pick(i, 62, cardinality(u.ids))] end,
  case when k.kind <> 'signed_in' then t.id end,
  timestamptz '2022-01-04 06:00+00' + i * interval '15 minutes' + pick(i, 64, 60) * interval '1 minute',
  k.kind
from generate_series(1, 120000) as i
join threads as t on t.id = greatest(1, i / 2 - skewed(i, 60, 2000))
join (select organization_id, array_agg(id order by id) as ids from users group by organization_id) as u
  on u.organization_id = t.organization_id
cross join lateral (select
  (array['replied', 'viewed', 'assigned', 'signed_in', 'closed', 'exported'])[1 + skewed(i, 63, 6)] as kind) as k
order by i;

alter table activities add primary key (id);

create table subscriptions (
  id integer not null,
  organization_id integer not null,
  seats integer not null,
  started_at date not null,
  ended_at date,
  plan text not null,
  status text not null
);

insert into subscriptions
select
  i,
  o.id,
  s.seats,
  case when i <= 500 then date '2021-02-01' + pick(i, 72, 900) else date '2025-01-15' + pick(i, 72, 100) end,
  case when i <= 300 then date '2023-09-01' + pick(i, 73, 500) end,
  case when i <= 300 then 'team' else o.plan end,
  case when i <= 300 then 'ended' when pick(i, 74, 15) = 0 then 'past_due' else 'active' end
from generate_series(1, 800) as i
join organizations as o on o.id = 1 + (i * 137 + 437) % 500
join (select organization_id, count(*)::integer as seats from users group by organization_id) as s
  on s.organization_id = o.id
order by i;

alter table subscriptions add primary key (id);

alter table users add foreign key (organization_id) references organizations (id);
alter table projects add foreign key (organization_id) references organizations (id);
alter table agents add foreign key (organization_id) references organizations (id);
alter table threads add foreign key (organization_id) references organizations (id);
alter table threads add foreign key (project_id) references projects (id);
alter table threads add foreign key (user_id) references users (id);
alter table threads add foreign key (agent_id) references agents (id);
alter table activities add foreign key (organization_id) references organizations (id);
alter table activities add foreign key (user_id) references users (id);
alter table activities add foreign key (thread_id) references threads (id);
alter table subscriptions add foreign key (organization_id) references organizations (id);

drop function pick(integer, integer, integer);
drop function skewed(integer, integer, integer);
