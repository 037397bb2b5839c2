-- fails: feed, deletes
-- One of the two tables that refer to users. The other is read from end to end as before.
create index on threads (user_id);
