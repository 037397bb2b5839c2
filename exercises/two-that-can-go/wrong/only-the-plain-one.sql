-- fails: writes
-- misconception: duplicate-index
-- The twin is gone. The other two begin with the same column as well.
drop index users_email_idx;
