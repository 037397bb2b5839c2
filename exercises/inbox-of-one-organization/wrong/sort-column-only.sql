-- fails: pages
-- misconception: wrong-leading-column
-- Quick for the giant, whose threads are everywhere; a small tenant's are looked for one by one.
create index on threads (updated_at);
