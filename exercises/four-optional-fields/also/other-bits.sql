-- Another order of columns, and three bits for each instead of two: fewer rows in vain.
create index on threads using bloom (user_id, project_id, agent_id, organization_id)
with (length = 96, col1 = 3, col2 = 3, col3 = 3, col4 = 3);
