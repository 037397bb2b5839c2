-- fails: pages
-- misconception: file-not-shorter
-- The dead rows have long been cleared away. The table still says that its pages are to stay.
vacuum outbox;
