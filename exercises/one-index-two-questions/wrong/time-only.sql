-- fails: minute
-- The column that both questions have in common. The kind has to be looked up in the table.
create index on activities (created_at);
