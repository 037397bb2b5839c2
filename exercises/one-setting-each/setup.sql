create table settings (
  id integer primary key,
  organization_id integer not null references organizations,
  project_id integer references projects,
  name text not null,
  value text not null
);
insert into settings
select row_number() over (order by o.id, n.name), o.id, null, n.name, n.value
from organizations o
cross join (values
  ('first-reply', '4 h'), ('language', 'en'), ('opening', '08:00'), ('signature', 'Your team'), ('theme', 'light'),
  ('time-zone', 'Europe/Berlin')
) as n (name, value);
insert into settings
select 5000 + row_number() over (order by p.organization_id), p.organization_id, min(p.id), 'greeting', 'Dear customer'
from projects p
group by p.organization_id;
analyze settings;
