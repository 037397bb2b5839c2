-- fails: pages
-- "Begin with the smallest table": organizations are few, and nothing is asked of them. The agent still comes last.
select
  a.id, a.kind, a.created_at, who.name as who, home.region, t.title, opener.name as opened_by,
  p.name as project, o.name as organization, s.plan
from organizations o
join projects p on p.organization_id = o.id
join threads t on t.project_id = p.id
join activities a on a.thread_id = t.id
join users opener on opener.id = t.user_id
join users who on who.id = a.user_id
join organizations home on home.id = who.organization_id
left join subscriptions s on s.organization_id = o.id and s.ended_at is null
join agents g on g.id = t.agent_id
where g.name = $1
order by a.id
