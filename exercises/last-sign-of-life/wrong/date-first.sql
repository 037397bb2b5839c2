-- fails: pages
-- misconception: wrong-leading-column
-- The newest first and the user behind: walks back in time until this user turns up.
create index on activities (created_at, user_id);
