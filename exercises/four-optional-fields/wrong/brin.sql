-- fails: project-agent, user-agent, project-user, organization-agent
-- misconception: low-selectivity
-- Next to no cost, and in every range of pages there are low and high numbers of everything.
create index on threads using brin (project_id, user_id, agent_id);
