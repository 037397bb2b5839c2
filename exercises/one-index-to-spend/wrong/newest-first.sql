-- fails: pages
-- max(created_at) suggests an index on created_at: it is then walked backwards until the user turns up, if ever.
create index on activities (created_at);
