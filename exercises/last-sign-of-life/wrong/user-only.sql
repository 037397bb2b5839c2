-- fails: alone, pages
-- misconception: select-star
-- It finds the user's activities, and fetches each of them from the table to see its date.
create index on activities (user_id);
