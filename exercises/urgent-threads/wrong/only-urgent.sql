-- fails: seeks, pages
-- misconception: partial-not-implied
-- Perfect for the priority on the screen, absent for the other three.
create index on threads (created_at) where metadata->>'priority' = 'urgent';
