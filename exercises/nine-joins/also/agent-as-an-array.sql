-- An array is worked out once, before the joins are, and the eight tables that are left can be put in any order.
select
  a.id, a.kind, a.created_at, who.name as who, home.region, t.title, opener.name as opened_by,
  p.name as project, o.name as organization, s.plan
from activities a
join threads t on t.id = a.thread_id
join users who on who.id = a.user_id
join organizations home on home.id = who.organization_id
join users opener on opener.id = t.user_id
join projects p on p.id = t.project_id
join organizations o on o.id = p.organization_id
left join subscriptions s on s.organization_id = o.id and s.ended_at is null
where t.agent_id = any (array(select g.id from agents g where g.name = $1))
order by a.id
