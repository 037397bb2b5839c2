-- fails: pages
-- misconception: file-not-shorter
-- What did not come free the first time will not come free the second time either.
vacuum (freeze, analyze) inventory;
vacuum inventory;
