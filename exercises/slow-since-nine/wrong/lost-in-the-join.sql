-- fails: seeks, pages
-- Ten less nine by an inner join. What was new at nine has no line to be joined with, and the badge leads.
create index on activities (user_id, kind);
