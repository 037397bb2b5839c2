-- fails: rows
-- No agent fills five hundred lines today. A log page grows, and several agents may have one name.
select
  a.id, a.kind, a.created_at, who.name as who, home.region, t.title, opener.name as opened_by,
  p.name as project, o.name as organization, s.plan
from agents g
join threads t on t.agent_id = g.id
join activities a on a.thread_id = t.id
join users who on who.id = a.user_id
join organizations home on home.id = who.organization_id
join users opener on opener.id = t.user_id
join projects p on p.id = t.project_id
join organizations o on o.id = p.organization_id
left join subscriptions s on s.organization_id = o.id and s.ended_at is null
where g.name = $1
order by a.id
limit 500
